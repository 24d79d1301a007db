import Crypto
import Foundation
import SharedDomain
import Testing

@testable import SharedHTTP

@Suite("the file of keys")
struct KeyFileTests {
    private static let digest = String(repeating: "ab", count: 32)
    private static let entry = """
        {"id":"abcdefgh2345","sha256":"\(digest)","tier":"premium","scopes":["read","admin"],"label":"a \\"shop\\"",\
        "created":"2026-10-30T15:00:00Z","expires":"2027-01-01T00:00:00Z","revoked":null}
        """

    private func file(_ text: String) throws -> KeyFile { try KeyFile(Array(text.utf8)) }

    @Test("what is written is read back, byte for byte")
    func roundTrip() throws {
        let text = "{\"version\":1,\"keys\":[\n\(Self.entry)\n]}\n"
        let file = try file(text)
        #expect(file.keys.count == 1)
        #expect(file.keys[0].tier == .premium && file.keys[0].scopes == [.read, .admin])
        #expect(file.keys[0].expires == Instant("2027-01-01T00:00:00Z") && file.keys[0].revoked == nil)
        #expect(String(decoding: file.bytes, as: UTF8.self) == text)
        #expect(try KeyFile(KeyFile().bytes) == KeyFile())
    }

    @Test(
        "anything else is refused with what is wrong",
        arguments: [
            ("", "is not JSON"), ("[]", "is not an object"), ("{\"keys\":[]}", "'version'"),
            ("{\"version\":2,\"keys\":[]}", "the version 2"), ("{\"version\":1}", "'keys'"),
            ("{\"version\":1,\"keys\":{}}", "'keys'"), ("{\"version\":1,\"keys\":[],\"more\":1}", "exactly"),
            ("{\"version\":1,\"keys\":[1]}", "number 1"),
            ("{\"version\":1,\"keys\":[\(entry),\(entry)]}", "twice"),
            ("{\"version\":1,\"keys\":[\(entry)]} x", "more after the end"),
        ])
    func refused(_ text: String, _ part: String) {
        #expect {
            _ = try file(text)
        } throws: { error in
            "\(error)".contains(part)
        }
    }

    @Test(
        "an entry is read strictly",
        arguments: [
            ("abcdefgh2345", "abcdefgh2341"), ("abcdefgh2345", "ABCDEFGH2345"), ("abcdefgh2345", "abc"),
            (digest, digest.uppercased()), (digest, String(digest.dropLast(2))), ("premium", "gold"),
            ("[\"read\",\"admin\"]", "[]"), ("[\"read\",\"admin\"]", "[\"read\",\"read\"]"),
            ("[\"read\",\"admin\"]", "[\"root\"]"), ("[\"read\",\"admin\"]", "\"read\""),
            ("2026-10-30T15:00:00Z", "today"),
            ("2027-01-01T00:00:00Z", "soon"), ("\"revoked\":null", "\"revoked\":true"), ("expires", "expire"),
            ("\"a \\\"shop\\\"\"", "\"\""), ("\"a \\\"shop\\\"\"", "\"a\\nb\""),
        ])
    func strictEntry(_ part: String, _ replacement: String) {
        let changed = Self.entry.replacingOccurrences(of: part, with: replacement)
        #expect(changed != Self.entry)
        #expect(throws: KeyFileProblem.self) { _ = try file("{\"version\":1,\"keys\":[\(changed)]}") }
    }

    @Test("bounds are kept: deep nesting, too many keys")
    func bounds() {
        #expect(throws: KeyFileProblem.self) { _ = try file(String(repeating: "[", count: 100_000)) }
        let many = Array(repeating: Self.entry, count: 10_001).joined(separator: ",")
        #expect(throws: KeyFileProblem.self) { _ = try file("{\"version\":1,\"keys\":[\(many)]}") }
    }

    @Test("a key has its recognisable shape, and its hash is that of its secret's text")
    func shape() throws {
        let key = KeyText.random()
        #expect(key.text.wholeMatch(of: /ctk_[a-z2-7]{12}_[0-9a-f]{64}/) != nil)
        #expect(KeyText(key.text)?.secret == key.secret)
        #expect(KeyText.random().secret != key.secret)
        // printf %s 0000…0000 (64 zeros) | sha256sum
        let zeros = try #require(KeyText("ctk_abcdefgh2345_" + String(repeating: "0", count: 64)))
        #expect(HexText.of(zeros.digest) == "60e05bd1b195af2f94112fa7197a5c88289058840ce7c6df9693756bc6250f55")
    }

    @Test(
        "nothing else is a key",
        arguments: [
            "", "ctk_", "ctk_abcdefgh2345", "ctk_abcdefgh2345_", "abcdefgh2345_00",
            "ctk_abcdefgh2345_" + String(repeating: "0", count: 63),
            "ctk_abcdefgh2345_" + String(repeating: "A", count: 64),
            "ctk_abcdefgh2340_" + String(repeating: "0", count: 64),
            "ctk_abcdefgh2345_" + String(repeating: "0", count: 64) + "_",
            "CTK_abcdefgh2345_" + String(repeating: "0", count: 64),
        ])
    func noKeys(_ text: String) {
        #expect(KeyText(text) == nil)
    }

    @Test("octets are compared whole")
    func comparison() {
        let octets = Array(repeating: UInt8(7), count: 32)
        #expect(ConstantTime.areEqual(octets, octets))
        for index in octets.indices {
            var other = octets
            other[index] ^= 1
            #expect(!ConstantTime.areEqual(octets, other))
        }
        #expect(!ConstantTime.areEqual(octets, Array(octets.dropLast())))
    }
}
