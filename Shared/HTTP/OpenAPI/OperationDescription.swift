/// One route as an operation of the document.
struct OperationDescription {
    let route: Route
    let settings: EdgeSettings

    /// The operation object (OpenAPI 3.1.1, section 4.8.10).
    ///
    /// Throws `SchemaBook.NameClash`, and for an example that is not JSON or has a malformed target `JSONSyntaxError`
    /// or `ExampleRequests.MalformedTarget`.
    func write(_ book: inout SchemaBook) throws -> JSONValue {
        var parameters: [JSONValue] = []
        let examples = try ExampleRequests(of: route)
        for facts in facts where facts.location != .body {
            parameters.append(try write(facts, examples, &book))
        }
        return .members([
            ("tags", .strings([RouteNames.tag(of: route)])),
            ("operationId", .string(RouteNames.operationID(of: route))),
            ("summary", .string(route.summary)),
            ("description", route.details.map(JSONValue.string)),
            ("parameters", parameters.isEmpty ? nil : .array(parameters)),
            ("requestBody", try RequestBodyDescription(route: route).write(&book)),
            ("responses", try ResponsesDescription(route: route, settings: settings).write(&book)),
            ("security", security),
        ])
    }

    private var facts: [ParameterFacts] { route.parameters.map(\.facts) }

    private func write(
        _ facts: ParameterFacts, _ examples: ExampleRequests, _ book: inout SchemaBook
    ) throws -> JSONValue {
        var schema = try book.write(facts.schema)
        if let text = facts.defaultText {
            schema = schema.adding("default", .reading(text, as: facts.schema))
        }
        let isList = facts.schema.kind == .array
        return .members([
            ("name", .string(facts.name)),
            ("in", .string(facts.location.rawValue)),
            ("required", facts.isRequired || facts.location == .path ? true : nil),
            ("description", .string(facts.text)),
            ("style", isList && facts.location == .query ? "form" : nil),
            ("explode", isList ? false : nil),
            ("schema", schema),
            ("example", examples.value(of: facts)),
        ])
    }

    /// Anyone, or a key: its scopes are what OpenAPI 3.1 calls roles.
    private var security: JSONValue {
        switch route.access {
        case .open: [[:], ["bearer": []]]
        case .requires(let scope): [["bearer": .strings([scope.rawValue])]]
        }
    }
}

extension ParameterFacts {
    /// What a reader should know: what is expected is said where the schema does not say all of it.
    var text: String {
        let value = schema.elements.first ?? schema
        let isClear = value.kind == .integer || value.kind == .boolean || (!value.allowed.isEmpty && value.name == nil)
        return isClear ? summary : "\(summary) Expected: \(expected)."
    }
}

extension JSONValue {
    /// The same object with a member more.
    func adding(_ name: String, _ value: JSONValue) -> JSONValue {
        guard case .object(let object) = self else { return self }
        return .object(JSONObject(members: object.members + [JSONObject.Member(name: name, value: value)]))
    }
}
