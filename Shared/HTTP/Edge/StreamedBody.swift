import HTTPTypes

/// A body that is written piece by piece after the head of its answer has gone. Its length is not known beforehand.
enum StreamedBody: Sendable {
    /// Has an end of its own; this writes it.
    case finite(@Sendable (inout StreamWriter) async throws -> Void)
    /// Goes on until its source or its client ends it.
    case endless(EndlessBody)

    /// Whether it ends by itself.
    var hasEnd: Bool {
        switch self {
        case .finite: true
        case .endless: false
        }
    }
}

extension EdgeReply {
    /// An answer whose body is written piece by piece, in chunks: for what is too long to be made at once.
    ///
    /// The handler does before it returns whatever may fail, so that an error is still an error. The body is written
    /// after that, in the task of the connection, with no limit of time but that the client must read
    /// (`writeTimeLimit`): to wait for `write` is what keeps a fast writer from filling memory for a slow reader. It comes
    /// in a coding as other answers do, but compressed while it is written, so whatever its length. Nothing of it is kept
    /// here. A client may keep it where the route is `.versioned` and the reply says `of` which version it is, or where a
    /// header of the reply says so. HEAD is answered with the headers, and the body is never written.
    ///
    /// The request is counted and logged when its body has ended, with the bytes that were sent; `http_server_streams`
    /// shows how many are being written, and the bytes are counted as they go. A body that throws is cut off: the client
    /// sees that its end is missing, and the log says so. It goes on while the server stops, as other answers do, and learns from its next write that the client
    /// has gone.
    ///
    /// - Parameter body: May be called for several requests, if the handler returns one reply for several.
    package static func streaming(
        mediaType: String, _ body: @escaping @Sendable (inout StreamWriter) async throws -> Void
    ) -> EdgeReply {
        EdgeReply(status: .ok, content: .stream(.finite(body), mediaType: mediaType))
    }
}
