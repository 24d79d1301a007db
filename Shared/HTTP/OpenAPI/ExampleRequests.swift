import HummingbirdCore

/// What the examples of a route ask.
struct ExampleRequests {
    /// An example asks what no client can.
    struct MalformedTarget: Error {
        let target: String
        let reason: String
    }

    private let route: Route
    private let requests: [(headers: [String: String], target: RequestTarget)]

    /// The longest target of an example, in bytes.
    private static let longestTarget = 8192

    /// The requests of every example of `route`.
    init(of route: Route) throws(MalformedTarget) {
        self.route = route
        var requests: [(headers: [String: String], target: RequestTarget)] = []
        for example in route.answers.all.flatMap(\.examples) {
            do {
                let target = try RequestTarget(URI(example.target), maximumBytes: Self.longestTarget)
                requests.append((example.headers, target))
            } catch {
                throw MalformedTarget(target: example.target, reason: "\(error)")
            }
        }
        self.requests = requests
    }

    /// The value that the first example that has the parameter gives to it; nil when none does.
    func value(of facts: ParameterFacts) -> JSONValue? {
        for request in requests {
            if let text = text(of: facts, request.headers, request.target) { return .reading(text, as: facts.schema) }
        }
        return nil
    }

    private func text(of facts: ParameterFacts, _ headers: [String: String], _ target: RequestTarget) -> String? {
        if facts.location == .header {
            return headers.first { $0.key.lowercased() == facts.name.lowercased() }?.value
        }
        if facts.location == .query { return target.query.first { $0.name == facts.name }?.value }
        let segments = RouteTemplate(route.path).segments
        guard let place = segments.firstIndex(of: .parameter(facts.name)), target.segments.indices.contains(place)
        else { return nil }
        return target.segments[place]
    }
}
