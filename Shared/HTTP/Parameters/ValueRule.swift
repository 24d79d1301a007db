package import SharedDomain

/// How one kind of value is written by a client: how it is read, what is expected, and which error says otherwise.
///
/// The same rule serves a query parameter, a path segment, a header and a member of a JSON body.
package struct ValueRule<Value: Sendable>: Sendable {
    /// What is expected, to follow "expected": "a whole number from 1 to 50".
    package let expected: String
    /// The code of the error for a value that is not so.
    package let code: ErrorCode
    /// The facts for a machine.
    package let schema: ValueSchema
    /// A value as a client would write it.
    let text: @Sendable (Value) -> String
    /// The value of a text, or why it is none.
    package let fromText: @Sendable (String) throws(ValueRefusal) -> Value
    /// The value of a member of a JSON body, or why it is none.
    let fromJSON: @Sendable (JSONValue) throws(ValueRefusal) -> Value

    /// A rule whose values have one form as a text and another in JSON.
    ///
    /// `text` must write a value so that `fromText` reads the same one.
    package init(
        expected: String, code: ErrorCode = .invalidParameter, schema: ValueSchema,
        text: @escaping @Sendable (Value) -> String,
        fromText: @escaping @Sendable (String) throws(ValueRefusal) -> Value,
        fromJSON: @escaping @Sendable (JSONValue) throws(ValueRefusal) -> Value
    ) {
        self.expected = expected
        self.code = code
        self.schema = schema
        self.text = text
        self.fromText = fromText
        self.fromJSON = fromJSON
    }

    /// A rule whose values are written as the same text everywhere: in JSON a string, or a number or a boolean after
    /// the kind of the schema.
    package init(
        expected: String, code: ErrorCode = .invalidParameter, schema: ValueSchema,
        text: @escaping @Sendable (Value) -> String,
        fromText: @escaping @Sendable (String) throws(ValueRefusal) -> Value
    ) {
        let kind = schema.kind
        self.init(
            expected: expected, code: code, schema: schema, text: text, fromText: fromText,
            fromJSON: { (json) throws(ValueRefusal) in
                guard let text = json.text(as: kind) else { throw ValueRefusal(provided: json.kind) }
                return try fromText(text)
            })
    }
}

extension JSONValue {
    /// The text of a value that is of that kind. A number may also be sent as a string: a client that wants every
    /// digit kept has no other way.
    fileprivate func text(as kind: ValueSchema.Kind) -> String? {
        switch (self, kind) {
        case (.string(let text), .string), (.string(let text), .number): text
        case (.number(let number), .number), (.number(let number), .integer): number.text
        case (.bool(let value), .boolean): value ? "true" : "false"
        default: nil
        }
    }
}
