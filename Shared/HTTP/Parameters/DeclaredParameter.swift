/// A parameter as a route declares it, whatever the type of its value.
package protocol DeclaredParameter: Sendable {
    /// What is known about it.
    var facts: ParameterFacts { get }

    /// The value of what a request holds (nil: nothing), in a box that `DecodedValues` opens again.
    ///
    /// Throws `ServiceError` naming the parameter, what was provided and what was expected.
    func decode(_ raw: RawValue?) throws -> any DecodedValue

    /// A decoded value as a client would write it: the same for all spellings of it. Nil where the value is none.
    func canonicalText(of value: any DecodedValue) -> String?
}

/// What a request holds for a parameter.
package enum RawValue: Sendable, Equatable {
    /// The decoded text of a query parameter, a path segment or a header.
    case text(String)
    /// A member of the JSON object in the body.
    case json(JSONValue)
}

/// A decoded value in its box.
package protocol DecodedValue: Sendable {}
