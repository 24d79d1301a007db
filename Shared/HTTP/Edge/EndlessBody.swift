import HTTPTypes
package import NIOCore

/// A body without an end of its own.
struct EndlessBody: Sendable {
    /// Makes what it begins with.
    let beginning: @Sendable () -> ByteBuffer
    /// Where the rest comes from.
    let source: any PushSource
}

extension EdgeReply {
    /// An answer that has no end: a beginning, and then whatever its source has, as soon as it has it.
    ///
    /// No task waits for it. Once the beginning is written the connection is fed on its event loop, and what the request
    /// took is given back; so many may be open, each for days. Nothing is queued for a client that does not read: what
    /// it has not taken stays with the source. The answer ends when the source does, and its source is told to end when
    /// the client has gone or the server stops; the connection is closed after it. The request is counted and
    /// logged when the connection is fed. The rest is as for `streaming`.
    ///
    /// - Parameters:
    ///   - source: For this request alone. Ended in any case once the connection is closed.
    ///   - beginning: Called once, before the source begins, and let go of then.
    package static func endless(
        mediaType: String, source: any PushSource, beginning: @escaping @Sendable () -> ByteBuffer
    ) -> EdgeReply {
        let body = EndlessBody(beginning: beginning, source: source)
        return EdgeReply(status: .ok, content: .stream(.endless(body), mediaType: mediaType))
    }
}
