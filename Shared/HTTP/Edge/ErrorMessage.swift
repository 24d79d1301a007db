import SharedDomain

/// The whole of an error of a route in the plain dialect: `{"message":"…"}`.
package struct ErrorMessage: JSONRepresentable, Sendable {
    /// What was wrong.
    package let message: String

    /// What is said of whatever is not there.
    package static let notFound = ErrorMessage("not found")

    /// What `write(into:)` writes.
    package static let schema = ValueSchema.object(
        named: "Message", ["message": .string("What was wrong, in a few words.")])

    /// An error in those words.
    package init(_ message: String) {
        self.message = message
    }

    /// An error of ours.
    init(_ error: ServiceError) {
        self = error.code == .notFound ? .notFound : ErrorMessage(error.message)
    }

    /// Writes the object.
    package func write(into writer: inout JSONWriter) {
        writer.object { $0.member("message", message) }
    }
}
