import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPCompression

/// Compresses bodies with the codecs of swift-nio-extras, which come as channel handlers only: what is to be compressed
/// passes through a channel of its own, inside this function.
enum BodyCompressor {
    /// The bytes in that coding; nil for `identity`, or where compressing did not make them fewer.
    ///
    /// Throws what the codec throws.
    static func compress(_ body: ByteBuffer, _ coding: ContentCoding) throws -> ByteBuffer? {
        guard let algorithm = coding.algorithm, body.readableBytes > 0 else { return nil }
        let compressed = try compress(body, algorithm, isWhole: true)
        return compressed.readableBytes < body.readableBytes ? compressed : nil
    }

    /// The head of the format, and these bytes in blocks (RFC 1951, section 3.2.3), none of them the last, that end with
    /// a whole byte and refer to nothing before them.
    ///
    /// Throws what the codec throws.
    static func compress(beginning bytes: ByteBuffer, _ algorithm: NIOCompression.Algorithm) throws -> ByteBuffer {
        try compress(bytes, algorithm, isWhole: false)
    }

    private static func compress(
        _ bytes: ByteBuffer, _ algorithm: NIOCompression.Algorithm, isWhole: Bool
    ) throws -> ByteBuffer {
        let channel = EmbeddedChannel(handler: NIOHTTPRequestCompressor(encoding: algorithm))
        let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: "/")
        channel.write(HTTPClientRequestPart.head(head), promise: nil)
        channel.write(HTTPClientRequestPart.body(.byteBuffer(bytes)), promise: nil)
        if isWhole { channel.write(HTTPClientRequestPart.end(nil), promise: nil) }
        channel.flush()
        var compressed = ByteBuffer()
        while let part = try channel.readOutbound(as: HTTPClientRequestPart.self) {
            if case .body(.byteBuffer(let bytes)) = part { compressed.writeImmutableBuffer(bytes) }
        }
        _ = try channel.finish()
        return compressed
    }
}

extension ContentCoding {
    /// What the codec calls it; nil where there is nothing to do.
    var algorithm: NIOCompression.Algorithm? {
        switch self {
        case .identity: nil
        case .gzip: .gzip
        case .deflate: .deflate
        }
    }
}
