package import SharedDomain

/// Why a rule refused a value.
package struct ValueRefusal: Error, Sendable, Equatable {
    /// The value, or the part of it that was wrong; may be any text of the client's.
    package let provided: String
    /// The error's code, where it is not the rule's.
    package let code: ErrorCode?

    /// What would be right, where that can be said more closely than the rule says it.
    package let expected: String?

    /// A refusal of `provided`.
    package init(provided: String, code: ErrorCode? = nil, expected: String? = nil) {
        self.provided = provided
        self.code = code
        self.expected = expected
    }
}
