import SharedDomain

/// What a request asks, in a form that is the same for all requests that ask the same: the order of the query, the
/// spelling of values, and whether a default was written out make no difference.
struct Question: Sendable, Hashable {
    /// The route, and the text of each value after its length, so that no two questions have the same text.
    let text: String

    /// The question of `values`, which the route declares all, with names in `language` where the route has names.
    init(_ route: CompiledRoute, _ values: DecodedValues, _ language: Language?) {
        var text = "\(route.route.method.rawValue) \(route.route.path)"
        for parameter in route.path + route.query {
            // The language is what counts, not whether it was asked for by a parameter or by a header.
            if route.dependsOnLanguage, parameter.facts.name == CommonParameter.language.facts.name { continue }
            if let value = values.canonicalText(of: parameter) {
                text += " \(value.utf8.count):\(value)"
            } else {
                text += " -"
            }
        }
        if let language { text += " \(language.rawValue)" }
        self.text = text
    }
}
