import NIOCore
import SharedHTTP

/// Makes an answer a piece at a time.
protocol PieceMaker: Sendable {
    /// The next piece; nil after the last.
    mutating func nextPiece() throws -> ByteBuffer?
}

extension EdgeReply {
    /// An answer that is made while it is sent. The first piece is made at once, so that whatever is wrong is still an
    /// error; each further one when the client has read most of what came before.
    ///
    /// - Throws: what making the first piece throws.
    static func streaming(mediaType: String, pieces maker: some PieceMaker) throws -> EdgeReply {
        var maker = maker
        let first = try maker.nextPiece()
        let rest = maker
        return .streaming(mediaType: mediaType) { writer in
            var rest = rest
            var piece = first
            while let bytes = piece {
                try await writer.write(bytes)
                piece = try rest.nextPiece()
            }
        }
    }
}
