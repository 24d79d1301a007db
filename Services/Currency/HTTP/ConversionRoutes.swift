import SharedDomain
import SharedHTTP

/// `GET /api/v1/currencies/convert` and `/matrix`, `POST /api/v1/currencies/batch`: amounts and cross rates.
struct ConversionRoutes: Sendable {
    let conversions: Conversions

    /// The routes.
    var routes: [Route] {
        [
            ConversionRoute(conversions: conversions).route, MatrixRoute(conversions: conversions).route,
            BatchRoute(conversions: conversions).route,
        ]
    }
}
