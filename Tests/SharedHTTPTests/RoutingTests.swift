import HummingbirdCore
import Testing

@testable import SharedHTTP

@Suite("Routing")
struct RoutingTests {
    @Test("the longest literal way wins, and where it ends nowhere the parameter is tried")
    func precedence() throws {
        let table = try RouteTable(
            [
                "/h/{code}", "/h/compare", "/h/{code}/chart", "/h/{code}/chart.svg", "/h/compare/{x}/y", "/v1/{range}",
                "/",
            ].map(route))
        #expect(try found(table, "/h/usd") == ["/h/{code}", "usd"])
        #expect(try found(table, "/h/compare") == ["/h/compare"])
        #expect(try found(table, "/h/usd/chart") == ["/h/{code}/chart", "usd"])
        #expect(try found(table, "/h/usd/chart.svg") == ["/h/{code}/chart.svg", "usd"])
        #expect(try found(table, "/h/compare/chart") == ["/h/{code}/chart", "compare"])
        #expect(try found(table, "/h/compare/usd/y") == ["/h/compare/{x}/y", "usd"])
        #expect(try found(table, "/v1/1999-01-04..2000-01-01") == ["/v1/{range}", "1999-01-04..2000-01-01"])
        #expect(try found(table, "/") == ["/"])
        for path in ["/h", "/h//chart", "/h/usd/chart/more", "/H/usd", "/h/compare/usd", "/v1//"] {
            #expect(try found(table, path) == nil, "\(path)")
        }
    }

    @Test("a path that is known answers with its methods, whatever a parameter beside it would take")
    func methods() throws {
        let table = try RouteTable([
            route("/c/{code}"), Route(.delete, "/c/cache", summary: "", immediate: { _ in EdgeReply.raw(1) }),
        ])
        guard case .otherMethods(let methods) = table.match(.get, ["c", "cache"]) else {
            Issue.record("not refused by method")
            return
        }
        #expect(methods == [.delete])
        guard case .otherMethods = table.match(nil, ["c", "x"]) else {
            Issue.record("an unknown method is not refused")
            return
        }
    }

    @Test("segments are decoded one by one")
    func segments() throws {
        #expect(try RequestTarget("/a%2Fb/%EC%9B%90/c+d/", maximumBytes: 100).segments == ["a/b", "원", "c+d"])
        #expect(try RequestTarget("/", maximumBytes: 100).segments.isEmpty)
        #expect(try RequestTarget("http://host:80/a/b?x=1", maximumBytes: 100).segments == ["a", "b"])
    }

    @Test("the query is decoded as browsers send it")
    func query() throws {
        let target = try RequestTarget("/?q=a+b%2Bc&empty=&flag&&%EC%9B%90=%3D%26&last=x=y", maximumBytes: 100)
        #expect(target.query.map(\.name) == ["q", "empty", "flag", "원", "last"])
        #expect(target.query.map(\.value) == ["a b+c", "", "", "=&", "x=y"])
        #expect(try RequestTarget("/?", maximumBytes: 100).query.isEmpty)
    }

    @Test("a target of exactly the bound is read, one byte more is not")
    func bound() throws {
        _ = try RequestTarget("/123456789", maximumBytes: 10)
        #expect(throws: (any Error).self) { try RequestTarget("/1234567890", maximumBytes: 10) }
    }

    @Test("mistakes in routes are found when the service is put together")
    func mistakes() {
        let a = Parameter(required: "a", in: .path, .text(1...9), summary: "")
        let q = Parameter(required: "q", .text(1...9), summary: "")
        expectMistake([route("/x"), route("/x")], "another route has this path")
        expectMistake([route("/x/{a}"), route("/x/{b}")], "another route has this path")
        expectMistake([route("x")], "a path begins with a slash")
        let reply: @Sendable (EdgeRequest) throws -> EdgeReply = { _ in EdgeReply.raw(1) }
        expectMistake(
            [Route(.get, "/x/{b}", summary: "", parameters: [a], immediate: reply)],
            "the parameters of the template are not those declared")
        expectMistake(
            [Route(.get, "/x", summary: "", parameters: [a], immediate: reply)],
            "the parameters of the template are not those declared")
        expectMistake(
            [Route(.get, "/{a}/{a}", summary: "", parameters: [a], immediate: reply)],
            "the parameters of the template are not those declared")
        expectMistake(
            [Route(.get, "/x", summary: "", parameters: [q, q], immediate: reply)],
            "the query parameter 'q' is declared twice")
        let header = Parameter(required: "not a name", in: .header, .text(1...9), summary: "")
        expectMistake(
            [Route(.get, "/x", summary: "", parameters: [header], immediate: reply)],
            "'not a name' cannot be the name of a header")
        #expect(throws: RouteMistake(route: "GET /health", reason: "another route has this path")) {
            try TestEdge([route("/health")])
        }
    }

    private func route(_ path: String) -> Route {
        let parameters = RouteTemplate(path).parameterNames.map {
            Parameter(required: $0, in: .path, .text(1...99), summary: "")
        }
        return Route(.get, path, summary: "", parameters: parameters, immediate: { _ in EdgeReply.raw(1) })
    }

    /// The template found and what its parameters stand for; nil if there is none.
    private func found(_ table: RouteTable, _ path: String) throws -> [String]? {
        let target = try RequestTarget(URI(path), maximumBytes: 1000)
        guard case .found(let route, let captured) = table.match(.get, target.segments) else { return nil }
        return [route.route.path] + captured
    }

    private func expectMistake(_ routes: [Route], _ reason: String) {
        let mistake = #expect(throws: RouteMistake.self) { try RouteTable(routes) }
        #expect(mistake?.reason == reason)
    }
}
