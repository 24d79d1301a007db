/// Why some bytes are not the JSON we accept.
package struct JSONSyntaxError: Error, Sendable, Equatable {
    /// What was wrong, for a person.
    package let reason: String
    /// The position of the first byte that was wrong, counted from 0.
    package let offset: Int
}
