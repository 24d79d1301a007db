/// Finds the route of a request.
///
/// A tree of path segments. A literal segment wins over a parameter, so `/history/compare` is never read as the
/// currency "compare"; where the literal way leads nowhere, the parameter's is tried.
struct RouteTable: Sendable {
    enum Match {
        /// The route, and the segments that its template's parameters stand for, from left to right.
        case found(CompiledRoute, [String])
        /// The path is known, with other methods: these.
        case otherMethods([RouteMethod])
        case unknownPath
    }

    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var parameter: Int?
        var routes: [RouteMethod: CompiledRoute] = [:]
    }

    private var nodes = [Node()]
    /// The first segments of the paths that speak plainly.
    private var plain: Set<String> = []

    /// Throws `RouteMistake` for a route that contradicts itself, or two for one method and path.
    init(_ routes: [Route]) throws(RouteMistake) {
        for (index, route) in routes.enumerated() { try insert(CompiledRoute(route, index: index)) }
    }

    /// The route for a method, `HEAD` standing for `GET`; nil is a method that no route has.
    func match(_ method: RouteMethod?, _ segments: [String]) -> Match {
        var captured: [String] = []
        guard let node = find(segments[...], from: 0, &captured) else { return .unknownPath }
        guard let method, let route = nodes[node].routes[method] else {
            return .otherMethods(RouteMethod.allCases.filter { nodes[node].routes[$0] != nil })
        }
        return .found(route, captured)
    }

    /// How a path is spoken of that no route has: as the routes beside it are.
    func dialect(of path: String) -> RouteDialect {
        path.split(separator: "/", maxSplits: 1).first.map { plain.contains(String($0)) ? .plain : .own } ?? .own
    }

    private func find(_ segments: ArraySlice<String>, from node: Int, _ captured: inout [String]) -> Int? {
        guard let segment = segments.first else { return nodes[node].routes.isEmpty ? nil : node }
        if let next = nodes[node].literals[segment], let end = find(segments.dropFirst(), from: next, &captured) {
            return end
        }
        guard let next = nodes[node].parameter, !segment.isEmpty else { return nil }
        captured.append(segment)
        if let end = find(segments.dropFirst(), from: next, &captured) { return end }
        captured.removeLast()
        return nil
    }

    private mutating func insert(_ route: CompiledRoute) throws(RouteMistake) {
        if route.route.dialect == .plain, case .literal(let first) = route.template.segments.first {
            plain.insert(first)
        }
        var node = 0
        for segment in route.template.segments { node = child(of: node, segment) }
        guard nodes[node].routes.updateValue(route, forKey: route.route.method) == nil else {
            throw RouteMistake(
                route: "\(route.route.method.rawValue) \(route.route.path)", reason: "another route has this path")
        }
    }

    private mutating func child(of node: Int, _ segment: RouteTemplate.Segment) -> Int {
        let existing =
            switch segment {
            case .literal(let text): nodes[node].literals[text]
            case .parameter: nodes[node].parameter
            }
        if let existing { return existing }
        nodes.append(Node())
        switch segment {
        case .literal(let text): nodes[node].literals[text] = nodes.count - 1
        case .parameter: nodes[node].parameter = nodes.count - 1
        }
        return nodes.count - 1
    }
}
