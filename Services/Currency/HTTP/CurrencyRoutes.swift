import SharedHTTP

/// `GET /api/v1/currencies`, `/{code}` and `/multiple`: what is known of each currency.
struct CurrencyRoutes: Sendable {
    let details: CurrencyDetails

    /// The routes.
    var routes: [Route] { [] }
}
