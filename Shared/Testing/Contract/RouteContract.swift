import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
package import SharedHTTP

/// Asks every route of a service, and holds each answer against the description.
///
///     let violations = try await RouteContract(edge).violations()
///     #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
///
/// It asks the examples of each route, which must be answered to the letter; each route that needs no parameter; HEAD
/// beside GET; and what every route owes a refusal: an unknown parameter, a wrong key, a body that is none. The service
/// behind `edge` holds known data and stands at a known time.
package struct RouteContract: Sendable {
    private let edge: EdgeApplication
    private let further: [ContractRequest]
    private let unasked: Set<String>
    private let mayLackExamples: Bool

    /// - Parameters:
    ///   - further: other requests, whose answers must be as described.
    ///   - unasked: paths that are never asked, because their answer has no end.
    ///   - mayLackExamples: whether a route under `/api` may be without an example.
    package init(
        _ edge: EdgeApplication, further: [ContractRequest] = [], unasked: Set<String> = [],
        mayLackExamples: Bool = false
    ) {
        self.edge = edge
        self.further = further
        self.unasked = unasked
        self.mayLackExamples = mayLackExamples
    }

    /// Everything that is not as described, one sentence each; empty when all is well.
    package func violations() async throws -> [String] {
        try await edge.application.test(.router) { client in
            var found = edge.routes.flatMap(undescribed)
            for route in edge.routes where !unasked.contains(route.path) {
                for request in requests(of: route) {
                    found +=
                        AnswerCheck(route: route, request: request, response: try await client.ask(request)).violations
                }
                for example in route.answers.all.flatMap(\.examples) {
                    found += try await check(example, of: route, client)
                }
            }
            for request in further { found += try await check(request, client) }
            return found
        }
    }

    private func undescribed(_ route: Route) -> [String] {
        let name = "\(route.method.rawValue) \(route.path)"
        var found: [String] = []
        if route.answers.all.isEmpty { found.append("\(name): its answers are not described") }
        if route.summary.isEmpty { found.append("\(name): it has no summary") }
        if !mayLackExamples, route.path.hasPrefix("/api"), route.answers.all.flatMap(\.examples).isEmpty {
            found.append("\(name): it has no example")
        }
        return found
    }

    private func requests(of route: Route) -> [ContractRequest] {
        guard let method = HTTPRequest.Method(rawValue: route.method.rawValue) else { return [] }
        let examples = route.answers.all.flatMap(\.examples)
        let needed = route.parameters.map(\.facts).filter(\.isRequired)
        var targets = examples.map(\.target)
        if targets.isEmpty, !route.path.contains("{") { targets = [route.path] }
        var requests: [ContractRequest] = []
        for target in targets.prefix(1) {
            let mark = target.contains("?") ? "&" : "?"
            requests.append(ContractRequest(method, "\(target)\(mark)colour=red"))
            requests.append(ContractRequest(method, target, headers: [.authorization: "Bearer wrong"]))
            requests.append(ContractRequest(method, target.split(separator: "?").first.map(String.init) ?? target))
            if needed.contains(where: { $0.location == .body }) {
                requests.append(ContractRequest(method, target, body: "{"))
                requests.append(ContractRequest(method, target, headers: [.contentType: "text/plain"], body: "{}"))
            }
            if route.method == .get { requests.append(ContractRequest(.head, target)) }
        }
        return requests
    }

    private func check(
        _ example: AnswerExample, of route: Route, _ client: any TestClientProtocol
    ) async throws -> [String] {
        guard let method = HTTPRequest.Method(rawValue: route.method.rawValue) else { return [] }
        var headers = HTTPFields()
        for (name, value) in example.headers {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        let request = ContractRequest(method, example.target, headers: headers, body: example.body)
        let response = try await client.ask(request)
        return AnswerCheck(route: route, request: request, response: response).violations
            + ExampleCheck(example: example, response: response).violations(request.name)
    }

    private func check(_ request: ContractRequest, _ client: any TestClientProtocol) async throws -> [String] {
        let path = request.target.split(separator: "?").first.map(String.init) ?? ""
        guard let route = edge.route(of: request.method, path) else {
            return ["\(request.name): no route has this path"]
        }
        return AnswerCheck(route: route, request: request, response: try await client.ask(request)).violations
    }
}

extension TestClientProtocol {
    fileprivate func ask(_ request: ContractRequest) async throws -> TestResponse {
        try await executeRequest(
            uri: request.target, method: request.method, headers: request.headers,
            body: request.body.map { ByteBuffer(string: $0) })
    }
}

extension EdgeApplication {
    fileprivate func route(of method: HTTPRequest.Method, _ path: String) -> Route? {
        let name = method == .head ? "GET" : method.rawValue
        let segments = path.split(separator: "/")
        let fitting = routes.filter { route in
            let template = route.path.split(separator: "/")
            return route.method.rawValue == name && template.count == segments.count
                && zip(template, segments).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }
        return fitting.first { !$0.path.contains("{") } ?? fitting.first
    }
}
