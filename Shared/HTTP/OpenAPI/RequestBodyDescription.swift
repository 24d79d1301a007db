import NIOCore

/// The JSON body that a route takes.
struct RequestBodyDescription {
    let route: Route

    /// The request body object, nil for a route that takes none.
    func write(_ book: inout SchemaBook) throws -> JSONValue? {
        let facts = route.parameters.map(\.facts).filter { $0.location == .body }
        guard !facts.isEmpty else { return nil }
        let examples = try route.answers.all.flatMap(\.examples).compactMap { example in
            try example.body.map { (example.summary, try JSONParser.parse(ByteBuffer(string: $0))) }
        }
        let content = JSONValue.members([
            ("schema", try book.write(Self.schema(of: facts))),
            ("examples", ExampleList.write(examples)),
        ])
        return .members([
            ("required", facts.contains(where: \.isRequired) ? true : nil),
            ("content", .members([(MediaType.json, content)])),
        ])
    }

    /// The object whose members are those parameters.
    static func schema(of facts: [ParameterFacts]) -> ValueSchema {
        ValueSchema(
            kind: .object,
            properties: facts.map { facts in
                var schema = inBody(facts.schema).described(facts.text)
                schema.isOptional = !facts.isRequired
                schema.isNullable = !facts.isRequired
                return ValueSchema.Property(name: facts.name, schema: schema)
            })
    }

    /// In a body a decimal may be a string too: a client that wants every digit kept has no other way.
    private static func inBody(_ schema: ValueSchema) -> ValueSchema {
        guard schema.kind == .number else { return schema }
        return .either([schema, .string(pattern: #"^-?[0-9]+(\.[0-9]+)?$"#)])
    }
}
