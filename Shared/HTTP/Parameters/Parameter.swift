import SharedDomain

/// A parameter of a route: where it is found, how it is read, and what holds when it is absent.
///
/// Declared once as a constant, listed by the route, and given to the request to get the value:
///
///     static let limit = Parameter("limit", .integer(1...50), default: 10, summary: "How many to list.")
///     …
///     let limit = try request[Self.limit]
package struct Parameter<Value: Sendable>: DeclaredParameter {
    /// What is known about it.
    package let facts: ParameterFacts

    private let absent: Value?
    private let fromText: @Sendable (String) throws(ValueRefusal) -> Value
    private let fromJSON: @Sendable (JSONValue) throws(ValueRefusal) -> Value
    private let text: @Sendable (Value) -> String?

    /// A parameter that a request must have.
    package init(
        required name: String, in location: ParameterLocation = .query, _ rule: ValueRule<Value>, summary: String
    ) {
        self.init(name, location, rule, absent: nil, defaultText: nil, summary, { $0 }, { $0 })
    }

    /// A parameter that stands at `default` when a request does not have it.
    package init(
        _ name: String, in location: ParameterLocation = .query, _ rule: ValueRule<Value>, default value: Value,
        summary: String
    ) {
        self.init(name, location, rule, absent: value, defaultText: rule.text(value), summary, { $0 }, { $0 })
    }

    /// A parameter that is nil when a request does not have it.
    package init<Wrapped>(
        optional name: String, in location: ParameterLocation = .query, _ rule: ValueRule<Wrapped>, summary: String
    ) where Value == Wrapped? {
        self.init(name, location, rule, absent: .some(.none), defaultText: nil, summary, { .some($0) }, { $0 })
    }

    private init<Read>(
        _ name: String, _ location: ParameterLocation, _ rule: ValueRule<Read>, absent: Value?, defaultText: String?,
        _ summary: String, _ wrap: @escaping @Sendable (Read) -> Value,
        _ unwrap: @escaping @Sendable (Value) -> Read?
    ) {
        self.facts = ParameterFacts(
            name: name, location: location, summary: summary, expected: rule.expected, code: rule.code,
            schema: rule.schema, isRequired: absent == nil, defaultText: defaultText)
        self.absent = absent
        self.fromText = { (text) throws(ValueRefusal) in wrap(try rule.fromText(text)) }
        self.fromJSON = { (json) throws(ValueRefusal) in wrap(try rule.fromJSON(json)) }
        self.text = { unwrap($0).map(rule.text) }
    }

    /// The value in a box; see `DeclaredParameter`.
    package func decode(_ raw: RawValue?) throws -> any DecodedValue {
        Box(value: try value(of: raw))
    }

    /// The value in a box as a client would write it; see `DeclaredParameter`.
    package func canonicalText(of box: any DecodedValue) -> String? {
        open(box).flatMap(text)
    }

    /// The value in a box of this parameter's type, nil if the box holds another type.
    func open(_ box: any DecodedValue) -> Value? {
        // No key path: the runtime would make it anew for each value.
        (box as? Box)?.value
    }

    private func value(of raw: RawValue?) throws -> Value {
        do throws(ValueRefusal) {
            switch raw {
            case .text(let text): return try fromText(text)
            // Clients in many languages send an absent member as null.
            case nil, .json(.null): break
            case .json(let json): return try fromJSON(json)
            }
        } catch {
            throw ServiceError.invalidParameter(
                facts.name, provided: error.provided, expected: error.expected ?? facts.expected,
                code: error.code ?? facts.code)
        }
        guard let absent else { throw ServiceError.missingParameter(facts.name, expected: facts.expected) }
        return absent
    }

    private struct Box: DecodedValue {
        let value: Value
    }
}
