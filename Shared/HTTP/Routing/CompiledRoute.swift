import HTTPTypes

/// A route with what answering needs worked out beforehand.
struct CompiledRoute: Sendable {
    let route: Route
    let template: RouteTemplate
    let query: [any DeclaredParameter]
    let path: [any DeclaredParameter]
    let headers: [any DeclaredParameter]
    let body: [any DeclaredParameter]

    /// Throws `RouteMistake` when the template and the parameters do not agree.
    init(_ route: Route) throws(RouteMistake) {
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

        self.route = route
        self.template = template
        self.query = declared(.query)
        self.path = declared(.path)
        self.headers = declared(.header)
        self.body = declared(.body)
    }
}
