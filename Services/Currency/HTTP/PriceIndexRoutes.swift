import SharedHTTP

/// `GET /api/v1/currencies/price-index` and `/ranking`: what baskets cost in one country beside another.
struct PriceIndexRoutes: Sendable {
    let indexes: PriceIndexes

    /// The routes.
    var routes: [Route] { [] }
}
