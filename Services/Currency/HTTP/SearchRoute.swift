import SharedHTTP

/// `GET /api/v1/currencies/search`: countries and currencies by what they are called.
struct SearchRoute: Sendable {
    /// The routes.
    var routes: [Route] { [] }
}
