import NIOCore
import NIOHTTPCompression

/// Compresses a body of any length while it is made, into one gzip member (RFC 1952) or one zlib stream (RFC 1950).
///
/// The body is taken in pieces of 64 KiB, however it was written, so that the same body always gives the same bytes. Each
/// piece is compressed by itself: a codec kept between them would hold 256 KiB for as long as the client reads.
struct PieceCompressor {
    /// How much is compressed at once, and so how much waits for that at most, in bytes.
    static let pieceBytes = 65_536

    /// A last block without content, with the codes that are fixed (RFC 1951, section 3.2.6).
    private static let lastBlock: [UInt8] = [0x03, 0x00]

    private let algorithm: NIOCompression.Algorithm
    /// What stands before the first block: a head without optional fields, as long as the codec's own.
    private let head: [UInt8]
    private var check: BodyChecksum
    private var waiting = ByteBuffer()
    private var hasBegun = false

    /// Nil for `identity`: nothing is to be done.
    init?(_ coding: ContentCoding) {
        switch coding {
        case .identity: return nil
        case .gzip:
            // No name, no time, and the system is Unix.
            (algorithm, head) = (.gzip, [0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03])
            check = .cyclic(CyclicRedundancyCheck())
        case .deflate:
            (algorithm, head) = (.deflate, [0x78, 0x9C])
            check = .adler(AdlerChecksum())
        }
    }

    /// Takes what comes next of the body, and returns what is ready to be sent: often nothing.
    ///
    /// Throws what the codec throws.
    mutating func compress(_ bytes: ByteBuffer) throws -> ByteBuffer {
        var (rest, ready) = (bytes, ByteBuffer())
        while let part = rest.readSlice(length: min(rest.readableBytes, Self.pieceBytes - waiting.readableBytes)),
            part.readableBytes > 0
        {
            waiting.writeImmutableBuffer(part)
            if waiting.readableBytes == Self.pieceBytes { try compressWaiting(into: &ready) }
        }
        return ready
    }

    /// What is left to be sent after the whole body.
    ///
    /// Throws what the codec throws.
    mutating func finish() throws -> ByteBuffer {
        var ready = ByteBuffer()
        try compressWaiting(into: &ready)
        ready.writeBytes(Self.lastBlock)
        check.write(to: &ready)
        return ready
    }

    private mutating func compressWaiting(into ready: inout ByteBuffer) throws {
        if !hasBegun { ready.writeBytes(head) }
        hasBegun = true
        guard waiting.readableBytes > 0 else { return }
        check.add(waiting)
        var blocks = try BodyCompressor.compress(beginning: waiting, algorithm)
        waiting.clear()
        blocks.moveReaderIndex(forwardBy: head.count)
        ready.writeImmutableBuffer(blocks)
    }
}
