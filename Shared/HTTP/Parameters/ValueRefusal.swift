package import SharedDomain

/// Why a rule refused a value.
package struct ValueRefusal: Error, Sendable, Equatable {
    /// The value, or the part of it that was wrong; may be any text of the client's.
    package let provided: String
    /// The error's code, where it is not the rule's.
    package let code: ErrorCode?

    /// A refusal of `provided`.
    package init(provided: String, code: ErrorCode? = nil) {
        self.provided = provided
        self.code = code
    }
}
