import SharedHTTP

/// `GET /api/v1/currencies/stream`: the latest rates as Server-Sent Events.
struct StreamRoute: Sendable {
    let stream: RateStream

    /// The routes.
    var routes: [Route] { [] }
}
