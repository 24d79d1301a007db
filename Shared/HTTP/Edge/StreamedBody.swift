import HTTPTypes

/// A body that is written piece by piece after the head of its answer has gone. Its length is not known beforehand.
struct StreamedBody: Sendable {
    /// Set where the body has no end of its own: how it is told to end, from any thread, once.
    let onEnd: (@Sendable () -> Void)?
    /// Writes it.
    let write: @Sendable (inout StreamWriter) async throws -> Void
}

extension EdgeReply {
    /// An answer whose body is written piece by piece, in chunks: for what is too long to be made at once, or has no end.
    ///
    /// The handler does before it returns whatever may fail, so that an error is still an error. The body is written
    /// after that, in the task of the connection, with no limit of time but that the client must read
    /// (`writeTimeLimit`): to wait for `write` is what keeps a fast writer from filling memory for a slow reader. It is
    /// not compressed, and nobody keeps it, unless a header of the reply says otherwise. HEAD is answered with the
    /// headers, and the body is never written.
    ///
    /// The request is counted and logged when the head goes, without bytes; `http_server_streams` shows how many are
    /// being written, and the bytes are counted as they go. A body that throws is cut off: the client sees that its end
    /// is missing.
    ///
    /// - Parameters:
    ///   - onEnd: Given where the body has no end of its own: called once, from any thread, when the client has gone or
    ///     the server stops; `body` should return at once then. Without it a body goes on while the server stops, as
    ///     other answers do, and learns from its next write that the client has gone.
    ///   - body: Captures what it needs and no more: it lives as long as the connection. May be called for several
    ///     requests, if the handler returns one reply for several.
    package static func streaming(
        mediaType: String, onEnd: (@Sendable () -> Void)? = nil,
        _ body: @escaping @Sendable (inout StreamWriter) async throws -> Void
    ) -> EdgeReply {
        EdgeReply(status: .ok, content: .stream(StreamedBody(onEnd: onEnd, write: body), mediaType: mediaType))
    }
}
