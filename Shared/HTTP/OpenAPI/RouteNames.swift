/// The names that routes go by in the document. They come from the path, so that they stay the same.
enum RouteNames {
    /// The routes that every service has are under this heading.
    static let ownTag = "service"
    private static let own: Set<String> = [
        "health", "version", "metrics", "openapi.json", "openapi.yaml", "docs",
    ]

    /// The heading of a route: what it is about, the first segment after the version of the API.
    static func tag(of route: Route) -> String {
        let segments = route.path.split(separator: "/")
        guard let first = segments.first else { return ownTag }
        if own.contains(String(first)) { return ownTag }
        return segments.starts(with: ["api", "v1"]) && segments.count > 2 ? String(segments[2]) : String(first)
    }

    /// The name of an operation in generated clients: `getCurrenciesByCode` for `GET /api/v1/currencies/{code}`.
    static func operationID(of route: Route) -> String {
        var segments = route.path.split(separator: "/")[...]
        if segments.starts(with: ["api", "v1"]) { segments = segments.dropFirst(2) }
        let words = segments.flatMap { segment in
            let isParameter = segment.hasPrefix("{")
            return (isParameter ? ["by"] : []) + segment.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        return route.method.rawValue.lowercased()
            + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
