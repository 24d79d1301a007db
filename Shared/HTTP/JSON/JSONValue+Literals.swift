// JSON values can be written as Swift literals, members in the order they are written.

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    package init(stringLiteral value: String) {
        self = .string(value)
    }

    /// A boolean.
    package init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    /// A whole number.
    package init(integerLiteral value: Int) {
        self = .number(JSONNumber(text: String(value)))
    }

    /// An array.
    package init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    /// An object; names are the caller's to keep distinct.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(members: elements.map { JSONObject.Member(name: $0.0, value: $0.1) }))
    }
}
