import SharedHTTP

/// `DELETE /api/v1/currencies/cache`: drops what is kept in memory.
struct CacheRoute: Sendable {
    let layers: RateLayers

    /// The routes.
    var routes: [Route] { [] }
}
