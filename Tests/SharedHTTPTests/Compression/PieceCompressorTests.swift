import Foundation
import NIOCore
import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("A body that is compressed while it is made")
struct PieceCompressorTests {
    private static let lengths = [0, 1, 65_535, 65_536, 65_537, 1_000_000]

    /// Bytes of which every second can be guessed.
    private static func body(_ length: Int) -> ByteBuffer {
        var random = SplitMix64(seed: UInt64(length))
        return ByteBuffer(bytes: (0..<length).map { $0 % 2 == 0 ? 0x61 : UInt8.random(in: 0...255, using: &random) })
    }

    /// Written in parts of random lengths.
    private static func compress(_ body: ByteBuffer, _ coding: ContentCoding, seed: UInt64) throws -> ByteBuffer {
        var (compressor, random) = (try #require(PieceCompressor(coding)), SplitMix64(seed: seed))
        var (rest, compressed) = (body, ByteBuffer())
        while rest.readableBytes > 0 {
            let length = Int.random(in: 0...min(100_000, rest.readableBytes), using: &random)
            let part = rest.readSlice(length: length)
            compressed.writeImmutableBuffer(try compressor.compress(try #require(part)))
        }
        compressed.writeImmutableBuffer(try compressor.finish())
        return compressed
    }

    @Test(
        "another codec reads the body, and however it was written the bytes are the same",
        .enabled(if: OtherCodec.isThere, "needs python3"), arguments: [ContentCoding.gzip, .deflate], lengths)
    func roundTrip(coding: ContentCoding, length: Int) throws {
        let body = Self.body(length)
        let compressed = try Self.compress(body, coding, seed: 1)
        #expect(try OtherCodec.read(compressed, coding) == Data(body.readableBytesView))
        #expect(try Self.compress(body, coding, seed: 2) == compressed)
        if length > 1 { #expect(compressed.readableBytes < length * 3 / 4) }
    }

    @Test("what cannot get smaller is read as well", .enabled(if: OtherCodec.isThere, "needs python3"))
    func noise() throws {
        var random = SplitMix64(seed: 3)
        let body = ByteBuffer(bytes: (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &random) })
        let compressed = try Self.compress(body, .gzip, seed: 1)
        #expect(try OtherCodec.read(compressed, .gzip) == Data(body.readableBytesView))
        // Blocks that are stored add five bytes for each 65,535 at the most that deflate needs (RFC 1951, section 3.2.4),
        // and a codec may end them sooner.
        #expect(compressed.readableBytes < body.readableBytes + body.readableBytes / 500)
    }

    @Test("no more than one piece waits to be compressed", arguments: [ContentCoding.gzip, .deflate])
    func waiting(coding: ContentCoding) throws {
        var (compressor, random) = (try #require(PieceCompressor(coding)), SplitMix64(seed: 4))
        var (given, ready) = (0, 0)
        for _ in 0..<100 {
            // What cannot get smaller shows how much has gone.
            let part = ByteBuffer(bytes: (0..<10_007).map { _ in UInt8.random(in: 0...255, using: &random) })
            given += part.readableBytes
            ready += try compressor.compress(part).readableBytes
            #expect(given - ready < 65_536)
        }
    }

    // The check of "123456789" is that of the catalogue of CRCs; "Wikipedia" is worked out in that encyclopedia's article.
    @Test("the checksums are those that are published")
    func checksums() {
        var (cyclic, adler) = (CyclicRedundancyCheck(), AdlerChecksum())
        #expect(cyclic.value == 0 && adler.value == 1)
        Array("123456789".utf8).withUnsafeBytes { cyclic.add($0) }
        Array("Wikipedia".utf8).withUnsafeBytes { adler.add($0) }
        #expect(cyclic.value == 0xCBF4_3926)
        #expect(adler.value == 0x11E6_0398)
        // The largest sums there are between two reductions.
        var full = AdlerChecksum()
        let bytes = [UInt8](repeating: 0xFF, count: 100_000)
        bytes.withUnsafeBytes { full.add($0) }
        let sums = (1...bytes.count).reduce(into: (1, 0)) { sums, _ in
            sums.0 = (sums.0 + 0xFF) % 65_521
            sums.1 = (sums.1 + sums.0) % 65_521
        }
        #expect(Int(full.value) == sums.1 << 16 | sums.0)
    }
}
