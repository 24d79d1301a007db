import HummingbirdCore

/// What the examples of a route ask.
struct ExampleRequests {
    let route: Route

    /// The longest target of an example, in bytes.
    private static let longestTarget = 8192

    /// The value that the first example that has the parameter gives to it; nil when none does.
    func value(of facts: ParameterFacts) -> JSONValue? {
        for example in route.answers.all.flatMap(\.examples) {
            if let text = text(of: facts, in: example) { return .reading(text, as: facts.schema) }
        }
        return nil
    }

    private func text(of facts: ParameterFacts, in example: AnswerExample) -> String? {
        if facts.location == .header {
            return example.headers.first { $0.key.lowercased() == facts.name.lowercased() }?.value
        }
        guard let target = try? RequestTarget(URI(example.target), maximumBytes: Self.longestTarget) else { return nil }
        if facts.location == .query { return target.query.first { $0.name == facts.name }?.value }
        let segments = RouteTemplate(route.path).segments
        guard let place = segments.firstIndex(of: .parameter(facts.name)), target.segments.indices.contains(place)
        else { return nil }
        return target.segments[place]
    }
}
