import Foundation
import NIOCore
import SharedHTTP
import SharedTesting
import Testing

/// Ten thousand damaged documents. The oracle is Foundation's JSONSerialization, wherever the two mean to agree.
@Suite("Reading damaged JSON")
struct JSONFuzzTests {
    private static let documents = [
        #"{"user_id":"u1","country_code":"JP","session_id":null,"referrer":"https://example.org/a?b=c"}"#,
        #"{"requests":[{"from":"USD","to":"KRW","amount":12.50,"date":"2026-10-30"},{"from":"EUR","to":"JPY"}]}"#,
        #"[1,-2.5,3e10,true,false,null,"\u00e9\n한",{"a":{"b":[]}},[[[]]]]"#,
        #""plain""#, "-0.125E-3", "true", " [ ] ",
    ]

    @Test("neither crashes nor disagrees with another reader")
    func mutations() throws {
        var random = SplitMix64(seed: 20_261_121)
        var (accepted, refused) = (0, 0)
        for round in 0..<10_000 {
            let document = try #require(Self.documents.randomElement(using: &random))
            let bytes = Self.damage(Array(document.utf8), using: &random)
            let ours = try? JSONParser.parse(ByteBuffer(bytes: bytes))
            if ours == nil { refused += 1 } else { accepted += 1 }
            guard Self.isComparable(bytes) else { continue }
            let theirs = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            if (ours == nil) != (theirs == nil), !Self.isRefusedByUsAlone(bytes) {
                Issue.record("round \(round): \(String(decoding: bytes, as: UTF8.self)): ours \(ours as Any)")
            }
        }
        // The damage must leave some documents whole, or the comparison would say little.
        #expect(accepted > 500 && refused > 500)
    }

    /// One to three bytes inserted, removed, replaced, doubled, or the end cut off.
    private static func damage(_ bytes: [UInt8], using random: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let position = Int.random(in: 0..<max(bytes.count, 1), using: &random)
            let byte = randomByte(using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.insert(byte, at: position)
            case 1 where !bytes.isEmpty: bytes.remove(at: position)
            case 2 where !bytes.isEmpty: bytes[position] = byte
            case 3 where !bytes.isEmpty: bytes.insert(bytes[position], at: position)
            default: bytes.removeLast(min(bytes.count, Int.random(in: 0..<3, using: &random)))
            }
        }
        return bytes
    }

    private static func randomByte(using random: inout SplitMix64) -> UInt8 {
        let telling = Array(#"{}[]",:\/ -+.eE0123456789utfn"#.utf8)
        return Bool.random(using: &random)
            ? telling[Int.random(in: 0..<telling.count, using: &random)] : UInt8.random(in: 0...255, using: &random)
    }

    /// Where the two mean to differ: JSONSerialization guesses UTF-16 and UTF-32 from U+0000 bytes, skips a byte order
    /// mark, and refuses numbers that binary64 cannot hold.
    private static func isComparable(_ bytes: [UInt8]) -> Bool {
        !bytes.contains(0) && !bytes.starts(with: [0xEF]) && !bytes.starts(with: [0xFE]) && !bytes.starts(with: [0xFF])
            && !String(decoding: bytes, as: UTF8.self).contains("u0000") && !hasLongNumber(bytes)
    }

    private static func hasLongNumber(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).contains(/[0-9][eE][+-]?[0-9]{3}/)
    }

    /// Duplicate names; and the comma before the end of an object, which JSONSerialization lets pass against the
    /// grammar of RFC 8259, section 4.
    private static func isRefusedByUsAlone(_ bytes: [UInt8]) -> Bool {
        do {
            _ = try JSONParser.parse(ByteBuffer(bytes: bytes))
            return false
        } catch {
            let isLateComma = error.reason.hasPrefix("a name") && bytes.dropFirst(error.offset).first == 0x7D
            return isLateComma || error.reason.contains("twice")
        }
    }
}
