package import SharedDomain

/// All that can be said about a parameter without knowing the type of its value. Decoding, the texts of errors and
/// the description of the API all come from here, so that they cannot disagree.
package struct ParameterFacts: Sendable, Equatable {
    /// The name as a client writes it.
    package let name: String
    /// Where it is found.
    package let location: ParameterLocation
    /// One sentence for a reader of the API's description.
    package let summary: String
    /// What is expected, to follow "expected".
    package let expected: String
    /// The code of the error for a value that is not so.
    package let code: ErrorCode
    /// The facts for a machine.
    package let schema: ValueSchema
    /// Whether a request without it is refused.
    package let isRequired: Bool
    /// What holds when it is absent, as a client would write it; nil when it is required or its absence means none.
    package let defaultText: String?
}
