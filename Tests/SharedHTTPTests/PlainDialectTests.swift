import HTTPTypes
import NIOCore
import SharedDomain
import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("A route that speaks as another API does")
struct PlainDialectTests {
    private static let name = Parameter(optional: "name", .token(1...9), summary: "Whose.")
    private static let place = Parameter(required: "place", in: .path, .text(1...99), summary: "Where.")

    private static let greeting = Route(
        .get, "/old/{place}", summary: "Greets.", parameters: [place, name],
        answers: .document(.object(["hello": .string()]))
            .or(.document(ErrorMessage.schema, status: .notFound))
            .or(.document(ErrorMessage.schema, "Nobody.", status: .unprocessable)),
        dialect: .plain,
        immediate: { request in
            guard try request[place] == "here" else { return .raw(ErrorMessage.notFound, status: .notFound) }
            guard let name = try request[name] else { return .raw(ErrorMessage("nobody"), status: .unprocessable) }
            if name == "lost" { throw ServiceError.notFound("There is no one of that name.") }
            return .raw(["hello": name])
        })

    private static let own = Route(
        .get, "/api/v1/one", summary: "One.", answers: .document(.integer()), immediate: { _ in .raw(1) })

    private static func makeEdge() throws -> TestEdge { try TestEdge([greeting, own]) }

    @Test("parameters that it does not have are left aside, and of one that is sent twice the last counts")
    func leniency() async throws {
        let test = try Self.makeEdge()
        #expect(try await test.ask("/old/here?colour=red&name=a&colour=blue").text == #"{"hello":"a"}"#)
        #expect(try await test.ask("/old/here?name=a&name=b").text == #"{"hello":"b"}"#)
        #expect(try await test.ask("/old/here?name=a&name=b&name=c").text == #"{"hello":"c"}"#)
    }

    @Test("a handler may answer with a status of its own, which nobody keeps")
    func statuses() async throws {
        let test = try Self.makeEdge()
        let answers = [try await test.ask("/old/there"), try await test.ask("/old/here")]
        #expect(answers.map(\.status) == [404, 422])
        #expect(answers.map(\.text) == [#"{"message":"not found"}"#, #"{"message":"nobody"}"#])
        #expect(answers.allSatisfy { $0.headers[.cacheControl] == "no-store" })
    }

    @Test("whatever else goes wrong is a message too, with the status that it always has")
    func errors() async throws {
        let test = try Self.makeEdge()
        let cases: [(uri: String, method: HTTPRequest.Method, headers: HTTPFields, status: Int, message: String)] = [
            ("/old/here?name=lost", .get, [:], 404, "not found"),
            ("/old/no/such/path", .get, [:], 404, "not found"),
            ("/old", .get, [:], 404, "not found"),
            ("/old/here", .put, [:], 405, "The method PUT is not allowed here. Allowed: GET, HEAD, OPTIONS."),
            (
                "/old/here?name=%zz", .get, [:], 400,
                "The query is malformed: 'name=%zz' is not percent-encoded UTF-8."
            ),
            ("/old/%zz", .get, [:], 400, "The path is malformed: '%zz' is not percent-encoded UTF-8."),
        ]
        for (uri, method, headers, status, message) in cases {
            let answer = try await test.ask(uri, method, headers: headers)
            #expect(answer.status == status)
            #expect(try answer.document as? [String: String] == ["message": message])
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[.correlationID] != nil)
        }
        let refused = try await test.ask("/old/here?name=0123456789")
        #expect(refused.status == 400)
        #expect(Array(try refused.document.keys) == ["message"])
        let wrongKey = try await test.ask("/old/here?name=a", headers: [.authorization: "Bearer wrong"])
        #expect(wrongKey.status == 401)
        #expect(Array(try wrongKey.document.keys) == ["message"])
    }

    @Test("the routes beside it go on in the envelope, and so do unknown paths beside those")
    func others() async throws {
        let test = try Self.makeEdge()
        for uri in ["/api/v1/one?colour=red", "/api/old/here", "/older/here", "/"] {
            #expect(try await test.ask(uri).document["success"] as? Bool == false)
        }
    }

    @Test("its description says what it answers")
    func description() throws {
        let document = try APIDocument(
            routes: [Self.greeting, Self.own], build: TestEdge.build,
            settings: EdgeSettings(host: "127.0.0.1", port: 0, portSetting: "TEST_HTTP_PORT")
        ).value
        let responses = document["paths", "/old/{place}", "get", "responses"]
        #expect(responses?.names == ["200", "400", "401", "404", "422", "429", "500"])
        for status in ["400", "404", "422", "429"] {
            let schema = responses?[status, "content", "application/json", "schema"]
            #expect(schema == ["$ref": "#/components/schemas/Message"])
        }
        #expect(document["paths", "/api/v1/one", "get", "responses", "400"]?.texts(under: "message").isEmpty == false)
    }

    @Test("its answers are as they are described")
    func contract() async throws {
        let further = ["/old/here?name=a", "/old/here", "/old/there", "/old/here?name=%zz"]
            .map { ContractRequest(.get, $0) }
        let violations = try await RouteContract(
            Self.makeEdge().edge, further: further, mayLackExamples: true
        ).violations()
        #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
    }
}
