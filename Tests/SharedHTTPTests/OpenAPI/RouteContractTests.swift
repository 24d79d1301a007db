import HTTPTypes
import SharedHTTP
import SharedTesting
import Testing

@Suite("the check of answers against their description")
struct RouteContractTests {
    private func violations(_ routes: [Route], further: [ContractRequest] = []) async throws -> [String] {
        try await RouteContract(try TestEdge(routes).edge, further: further).violations()
    }

    @Test("routes that answer as they are described pass")
    func allIsWell() async throws {
        let routes = [DescribedRoutes.latest, DescribedRoutes.one, DescribedRoutes.csv, DescribedRoutes.select]
        let found = try await violations(
            routes,
            further: [
                ContractRequest(.get, "/export?day=2026-10-30"), ContractRequest(.get, "/export?day=never"),
                ContractRequest(.get, "/api/v1/rates/latest?symbols=USD,JPY"),
            ])
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }

    @Test("a route that is not described is found")
    func undescribed() async throws {
        let found = try await violations([Route(.get, "/api/v1/a", summary: "", immediate: { _ in .success(1) })])
        #expect(found.contains("GET /api/v1/a: its answers are not described"))
        #expect(found.contains("GET /api/v1/a: it has no summary"))
        #expect(found.contains("GET /api/v1/a: it has no example"))
    }

    @Test("an answer of another shape, media type or status, and one without its header, is found")
    func otherAnswers() async throws {
        let schema = ValueSchema.object(["a": .integer()])
        let found = try await violations([
            Route(.get, "/shape", summary: "A.", answers: .document(schema), immediate: { _ in .raw(["a": "b"]) }),
            Route(.get, "/media", summary: "A.", answers: .media("text/csv"), immediate: { _ in .raw(1) }),
            Route(
                .get, "/status", summary: "A.", answers: .document(.integer(), status: .accepted),
                immediate: { _ in .raw(1) }),
            Route(
                .get, "/header", summary: "A.", answers: .document(.integer()).withHeader("X-A", .string()),
                immediate: { _ in .raw(1) }),
        ])
        #expect(found.contains("GET /shape -> 200: $.a: a string where integer is expected"))
        #expect(found.contains("GET /media -> 200: 200 with the media type application/json is not described"))
        #expect(found.contains("GET /status -> 200: 200 is not described: 1"))
        #expect(found.contains("GET /header -> 200: the header X-A is missing"))
    }

    @Test("an example that is not the answer is found, with the text that it should have")
    func staleExample() async throws {
        let example = AnswerExample("Old.", target: "/a", answer: #"{"a": 1}"#)
        let found = try await violations([
            Route(
                .get, "/a", summary: "A.", answers: .document(.map(of: .integer()), example: example),
                immediate: { _ in .raw(Echo([("a", 1), ("b", 2)])) })
        ])
        #expect(
            found == [
                #"GET /a is answered differently than its example says. The answer is:"# + "\n" + #"{"a":1,"b":2}"#
            ])
    }
}
