/// Why a file of keys cannot be used, and what to do: sentences for the operator.
package struct KeyFileProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sentences.
    package let description: String

    /// A problem with its sentences.
    init(_ description: String) {
        self.description = description
    }
}
