import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPCompression

/// Compresses whole bodies with the codecs of swift-nio-extras, which come as channel handlers only: each body passes
/// through a channel of its own, inside this function.
enum BodyCompressor {
    /// The bytes in that coding; nil for `identity`, or where compressing did not make them fewer.
    ///
    /// Throws what the codec throws.
    static func compress(_ body: ByteBuffer, _ coding: ContentCoding) throws -> ByteBuffer? {
        let algorithm: NIOCompression.Algorithm
        switch coding {
        case .identity: return nil
        case .gzip: algorithm = .gzip
        case .deflate: algorithm = .deflate
        }
        guard body.readableBytes > 0 else { return nil }
        let channel = EmbeddedChannel(handler: NIOHTTPRequestCompressor(encoding: algorithm))
        let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: "/")
        channel.write(HTTPClientRequestPart.head(head), promise: nil)
        channel.write(HTTPClientRequestPart.body(.byteBuffer(body)), promise: nil)
        try channel.writeOutbound(HTTPClientRequestPart.end(nil))
        var compressed = ByteBuffer()
        while let part = try channel.readOutbound(as: HTTPClientRequestPart.self) {
            if case .body(.byteBuffer(let bytes)) = part { compressed.writeImmutableBuffer(bytes) }
        }
        _ = try channel.finish()
        return compressed.readableBytes < body.readableBytes ? compressed : nil
    }
}
