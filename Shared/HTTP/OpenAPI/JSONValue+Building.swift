extension JSONValue {
    /// An object of named values in that order, those that are nil left out.
    static func members(_ members: [(String, JSONValue?)]) -> JSONValue {
        .object(
            JSONObject(
                members: members.compactMap { name, value in
                    value.map { JSONObject.Member(name: name, value: $0) }
                }))
    }

    /// A list of texts.
    static func strings(_ texts: [String]) -> JSONValue {
        .array(texts.map(JSONValue.string))
    }

    /// The text as the value that a client means by it: of a parameter, whose schema says what it is.
    static func reading(_ text: String, as schema: ValueSchema) -> JSONValue {
        switch schema.kind {
        case .integer, .number: .number(JSONNumber(text: text))
        case .boolean: .bool(text == "true")
        case .null: .null
        case .array:
            .array(
                text.split(separator: ",").map { part in
                    schema.elements.first.map { .reading(String(part), as: $0) } ?? .string(String(part))
                })
        case .string, .object, .decimal: .string(text)
        }
    }
}
