import SharedDomain
import Testing

@testable import SharedHTTP

@Suite("the description of the API")
struct APIDocumentTests {
    private let document: JSONValue

    init() throws {
        document = try Self.document(of: DescribedRoutes.all)
    }

    private static func document(of routes: [Route]) throws -> JSONValue {
        try APIDocument(
            routes: routes, build: TestEdge.build,
            settings: EdgeSettings(host: "127.0.0.1", port: 0, portSetting: "TEST_HTTP_PORT"), about: "About it."
        ).value
    }

    @Test("it says what it describes")
    func head() {
        #expect(document["openapi"] == "3.1.1")
        #expect(document["info", "title"] == "Test service")
        #expect(document["info", "version"] == "0.1.0")
        #expect(document["info", "license", "identifier"] == "Apache-2.0")
        #expect(document["servers", "0", "url"] == "/")
        #expect(document["tags"] == [["name": "rates"], ["name": "export"], ["name": "selections"], ["name": "cache"]])
    }

    @Test("every route is an operation with a name of its own")
    func operations() {
        #expect(
            document["paths"]?.names == [
                "/api/v1/rates/latest", "/api/v1/rates/{code}", "/export", "/api/v1/selections", "/api/v1/cache",
            ])
        #expect(
            document["paths"]?.texts(under: "operationId") == [
                "getRatesLatest", "getRatesByCode", "getExport", "postSelections", "deleteCache",
            ])
        #expect(document["paths", "/api/v1/rates/latest", "get", "description"] == "More of *that*.")
    }

    @Test("every reference leads somewhere")
    func references() {
        let references = document.texts(under: "$ref")
        #expect(!references.isEmpty)
        for reference in Set(references) {
            let steps = reference.split(separator: "/").dropFirst().map(String.init)
            #expect(steps.reduce(document as JSONValue?) { $0?[$1] } != nil, "\(reference)")
        }
    }

    @Test("parameters keep their ranges, defaults, lists and examples")
    func parameters() {
        let parameters = document["paths", "/api/v1/rates/latest", "get", "parameters"]
        #expect(parameters?["0", "name"] == "symbols" && parameters?["0", "in"] == "query")
        #expect(parameters?["0", "style"] == "form" && parameters?["0", "explode"] == false)
        #expect(parameters?["0", "schema", "items", "$ref"] == "#/components/schemas/Currency")
        #expect(parameters?["0", "schema", "minItems"] == 1 && parameters?["0", "schema", "maxItems"] == 3)
        #expect(parameters?["0", "example"] == ["USD"])
        #expect(parameters?["1", "schema", "default"] == "KRW")
        #expect(
            parameters?["2", "schema"] == ["type": "integer", "minimum": 4, "maximum": 12, "default": 10])
        #expect(parameters?["3", "schema", "enum"] == ["number", "string"] && parameters?["3", "example"] == "string")
        let path = document["paths", "/api/v1/rates/{code}", "get", "parameters", "0"]
        #expect(path?["in"] == "path" && path?["required"] == true && path?["example"] == "JPY")
    }

    @Test("a body has the members that are declared and no others")
    func body() {
        let body = document["paths", "/api/v1/selections", "post", "requestBody"]
        let schema = body?["content", "application/json", "schema"]
        #expect(body?["required"] == true)
        #expect(schema?["properties"]?.names == ["user_id", "amount"])
        #expect(schema?["required"] == ["user_id"] && schema?["additionalProperties"] == false)
        // An amount is a number, a string of the same digits, or null for none.
        #expect(schema?["properties", "amount", "oneOf", "0", "type"] == "number")
        #expect(schema?["properties", "amount", "oneOf", "0", "minimum"] == 0)
        #expect(schema?["properties", "amount", "oneOf", "1", "type"] == "string")
        #expect(schema?["properties", "amount", "oneOf", "2", "type"] == "null")
        #expect(body?["content", "application/json", "examples", "example1", "value", "user_id"] == "u1")
    }

    @Test(
        "every status that can be is there",
        arguments: [
            ("/api/v1/rates/latest", "get", ["200", "304", "400", "401", "404", "429", "500"]),
            ("/export", "get", ["200", "400", "401", "429", "500", "503"]),
            ("/api/v1/selections", "post", ["201", "400", "401", "413", "415", "429", "500", "503"]),
            ("/api/v1/cache", "delete", ["200", "400", "401", "403", "429", "500"]),
        ])
    func statuses(path: String, method: String, expected: [String]) {
        #expect(document["paths", path, method, "responses"]?.names == expected)
    }

    @Test("an answer has its envelope, its headers and its example")
    func success() {
        let answer = document["paths", "/api/v1/rates/latest", "get", "responses", "200"]
        #expect(answer?["description"] == "The rates.")
        #expect(answer?["headers"]?.names.contains("ETag") == true)
        let content = answer?["content", "application/json"]
        #expect(content?["schema", "properties"]?.names == ["success", "data", "timestamp", "version"])
        #expect(content?["schema", "properties", "data", "$ref"] == "#/components/schemas/Rates")
        #expect(content?["examples", "example1", "value", "data", "rates", "USD"] == "1335.27")
        let created = document["paths", "/api/v1/selections", "post", "responses", "201", "headers", "Location"]
        #expect(created?["required"] == true && created?["schema", "type"] == "string")
    }

    @Test("several media types of one status stand side by side")
    func mediaTypes() {
        let answer = document["paths", "/export", "get", "responses", "200", "content"]
        #expect(answer?.names == ["application/json", "text/csv"])
    }

    @Test("an error names the codes that are possible there, each with an example")
    func errors() {
        let content = document["paths", "/export", "get", "responses", "400", "content", "application/json"]
        #expect(content?["schema", "allOf", "0", "$ref"] == "#/components/schemas/Error")
        #expect(
            content?["schema", "allOf", "1", "properties", "error", "properties", "code", "enum"]
                == ["MISSING_PARAMETER", "INVALID_PARAMETER", "INVALID_DATE"])
        #expect(
            content?["examples", "example1", "value", "error", "message"]
                == "Parameter 'day' is required: a day as YYYY-MM-DD, such as 2026-10-30.")
        #expect(
            content?["examples", "example2", "value", "error", "message"]
                == "Unknown query parameter 'colour'. Allowed: day.")
    }

    @Test("who may ask is said: anyone with or without a key, or a scope")
    func security() {
        #expect(document["paths", "/export", "get", "security"] == [[:], ["bearer": []]])
        #expect(document["paths", "/api/v1/cache", "delete", "security"] == [["bearer": ["admin"]]])
        #expect(document["components", "securitySchemes", "bearer", "scheme"] == "bearer")
    }

    @Test("one name for two shapes is a mistake, found at start")
    func clash() {
        let other = Route(
            .get, "/other", summary: "", answers: .data(.object(named: "Rates", ["a": .integer()])),
            immediate: { _ in .success(1) })
        #expect(throws: RouteMistake(route: "GET /other", reason: "another answer calls something else 'Rates'")) {
            try Self.document(of: DescribedRoutes.all + [other])
        }
    }

    @Test("an example that is not JSON is a mistake, found at start")
    func brokenExample() {
        let broken = Route(
            .get, "/broken", summary: "",
            answers: .data(.integer(), example: AnswerExample("", target: "/broken", answer: "{")),
            immediate: { _ in .success(1) })
        #expect(throws: RouteMistake.self) { try Self.document(of: [broken]) }
    }

    @Test(
        "an example that nobody can ask is a mistake, found at start, whether the route has parameters or none",
        arguments: [[], [DescribedRoutes.code]])
    func malformedTarget(parameters: [any DeclaredParameter]) {
        let broken = Route(
            .get, "/broken", summary: "", parameters: parameters,
            answers: .data(.integer(), example: AnswerExample("", target: "/broken?code=%ZZ", answer: "{}")),
            immediate: { _ in .success(1) })
        let mistake = #expect(throws: RouteMistake.self) { try Self.document(of: [broken]) }
        #expect(mistake?.route == "GET /broken")
        #expect(mistake?.reason.contains("'/broken?code=%ZZ', cannot be asked: INVALID_PARAMETER") == true)
    }

    @Test("a header that calls something by the name of a schema is a mistake")
    func headerClash() throws {
        var book = SchemaBook()
        _ = try book.write(DescribedRoutes.rates)
        let header = AnswerHeaders.Header(
            name: "X-Rates", schema: .string().named("Rates"), isAlwaysThere: true)
        let mistake = RouteMistake(route: "the header X-Rates", reason: "an answer calls something else 'Rates'")
        #expect(throws: mistake) { try APIDocument.components(book, headers: [header]) }
    }

    @Test("two operations of one name are a mistake, found at start")
    func sameName() {
        let routes = ["/a-b", "/a/b"].map { Route(.get, $0, summary: "", immediate: { _ in .success(1) }) }
        #expect(throws: RouteMistake(route: "GET /a/b", reason: "another route's operation is called getAB too")) {
            try Self.document(of: routes)
        }
    }
}
