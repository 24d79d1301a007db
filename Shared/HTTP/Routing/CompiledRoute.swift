import HTTPTypes

/// A route with what answering needs worked out beforehand.
final class CompiledRoute: Sendable {
    let route: Route
    /// Its name in a trace: the method and the template.
    let spanName: String
    /// Its place among the routes of the service.
    let index: Int
    let template: RouteTemplate
    let query: [any DeclaredParameter]
    let path: [any DeclaredParameter]
    let headers: [any DeclaredParameter]
    let body: [any DeclaredParameter]
    /// Whether answers are versioned, and so may be kept.
    let isVersioned: Bool
    /// Whether answers are in the language that a request asks for, by `lang` or by `Accept-Language`.
    let dependsOnLanguage: Bool
    /// Whether the target says all that a request may say.
    let isAskedByTargetAlone: Bool

    /// Throws `RouteMistake` when the template and the parameters do not agree.
    init(_ route: Route, index: Int = 0) throws(RouteMistake) {
        let template = RouteTemplate(route.path)
        func mistake(_ reason: String) -> RouteMistake {
            RouteMistake(route: "\(route.method.rawValue) \(route.path)", reason: reason)
        }
        guard route.path.hasPrefix("/") else { throw mistake("a path begins with a slash") }
        func declared(_ location: ParameterLocation) -> [any DeclaredParameter] {
            route.parameters.filter { $0.facts.location == location }
        }
        for location in ParameterLocation.allCases {
            var names: Set<String> = []
            for parameter in declared(location) where !names.insert(parameter.facts.name).inserted {
                throw mistake("the \(location.rawValue) parameter '\(parameter.facts.name)' is declared twice")
            }
        }
        for parameter in declared(.header) where HTTPField.Name(parameter.facts.name) == nil {
            throw mistake("'\(parameter.facts.name)' cannot be the name of a header")
        }
        guard Set(template.parameterNames) == Set(declared(.path).map(\.facts.name)),
            Set(template.parameterNames).count == template.parameterNames.count
        else { throw mistake("the parameters of the template are not those declared") }

        let isAskedByTargetAlone = route.method == .get && declared(.header).isEmpty && declared(.body).isEmpty
        let isVersioned = if case .versioned = route.caching { true } else { false }
        guard isAskedByTargetAlone || !isVersioned else {
            throw mistake("only a GET without header and body parameters may have versions")
        }

        self.route = route
        self.index = index
        self.spanName = "\(route.method.rawValue) \(route.path)"
        self.template = template
        self.query = declared(.query)
        self.path = declared(.path)
        self.headers = declared(.header)
        self.body = declared(.body)
        self.isVersioned = isVersioned
        self.dependsOnLanguage = declared(.query).contains { $0.facts.name == CommonParameter.language.facts.name }
        self.isAskedByTargetAlone = isAskedByTargetAlone
    }
}
