/// The one error type that crosses rooms and services: a code for programs, a message for people that names the
/// offending value, and details for programs (`parameter`, `provided`, `expected`).
///
/// Everything in it may be shown to a client, so nothing of the inside belongs here.
package struct ServiceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of failure.
    package let code: ErrorCode
    /// One sentence for a person.
    package let message: String
    /// Named values for a program.
    package let details: [String: String]

    /// An error with its code, its sentence and its details.
    package init(_ code: ErrorCode, _ message: String, details: [String: String] = [:]) {
        self.code = code
        self.message = message
        self.details = details
    }

    /// `CODE: message`, for logs.
    package var description: String { "\(code.rawValue): \(message)" }
}
