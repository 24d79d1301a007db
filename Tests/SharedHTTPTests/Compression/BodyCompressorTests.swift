import Foundation
import NIOCore
import Testing

@testable import SharedHTTP

@Suite("Compressed bodies")
struct BodyCompressorTests {
    @Test(
        "a body is the same again after it was read by another codec",
        .enabled(if: OtherCodec.isThere, "needs python3"),
        arguments: [ContentCoding.gzip, .deflate], [1025, 70_000, 1_000_000])
    func roundTrip(coding: ContentCoding, bytes: Int) throws {
        let body = ByteBuffer(string: (0..<bytes).map { "\($0 % 977)" }.joined().prefix(bytes).description)
        let compressed = try #require(try BodyCompressor.compress(body, coding))
        #expect(compressed.readableBytes < bytes)
        #expect(try OtherCodec.read(compressed, coding) == Data(body.readableBytesView))
    }

    @Test("a body that would grow, an empty one, and one without a coding stay as they are")
    func notWorthIt() throws {
        var generator = SystemRandomNumberGenerator()
        let noise = ByteBuffer(bytes: (0..<2048).map { _ in UInt8.random(in: 0...255, using: &generator) })
        #expect(try BodyCompressor.compress(noise, .gzip) == nil)
        #expect(try BodyCompressor.compress(ByteBuffer(), .gzip) == nil)
        #expect(try BodyCompressor.compress(ByteBuffer(repeating: 0x20, count: 5000), .identity) == nil)
    }

    @Test(
        "text gets smaller, pictures do not",
        arguments: [
            ("application/json", true), ("text/csv; charset=utf-8", true), ("image/svg+xml", true),
            ("application/x-ndjson", true), ("text/plain; version=0.0.4; charset=utf-8", true), ("image/png", false),
            ("application/octet-stream", false), ("", false),
        ])
    func mediaTypes(type: String, expected: Bool) {
        #expect(CompressibleBody.isCompressible(mediaType: type) == expected)
    }
}
