/// What a `ScriptableUpstream` does with one request.
package struct ScriptedAnswer: Sendable {
    /// What goes wrong, or takes long, on the way.
    package enum Trouble: Sendable {
        /// Nothing: the whole answer at once.
        case none
        /// No byte until the gate is open.
        case heldBack(Gate)
        /// The head and so many bytes of the body, then nothing until the gate is open.
        case stalled(afterBytes: Int, Gate)
        /// The connection is closed without a byte.
        case dropped
        /// The connection is closed after the head, which promises the whole body, and so many bytes of it.
        case cutShort(afterBytes: Int)
    }

    /// The HTTP status.
    package var status: Int
    /// Header fields; the length of the body is added.
    package var headers: [String: String]
    /// The whole body.
    package var body: [UInt8]
    /// What happens on the way.
    package var trouble: Trouble

    /// An answer with its status, header fields, body and trouble.
    package init(
        status: Int = 200, headers: [String: String] = [:], body: [UInt8] = [], trouble: Trouble = .none
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.trouble = trouble
    }

    /// An answer with a text for its body.
    package static func text(
        _ body: String, status: Int = 200, contentType: String = "text/plain; charset=utf-8",
        headers: [String: String] = [:], trouble: Trouble = .none
    ) -> ScriptedAnswer {
        let all = headers.merging(["Content-Type": contentType]) { given, _ in given }
        return ScriptedAnswer(status: status, headers: all, body: Array(body.utf8), trouble: trouble)
    }

    /// A status with an empty body.
    package static func status(_ status: Int, headers: [String: String] = [:]) -> ScriptedAnswer {
        ScriptedAnswer(status: status, headers: headers)
    }

    /// A connection closed without an answer.
    package static var dropped: ScriptedAnswer { ScriptedAnswer(trouble: .dropped) }
}
