import SharedDomain
import Testing

@testable import SharedHTTP

@Suite("a file with the most keys")
struct KeyFileScaleTests {
    @Test("the most keys with labels of usual length stay within the bound on bytes, and are read back")
    func bound() throws {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        let keys = (0..<KeyFile.maximumKeys).map { number in
            let id = String((0..<12).map { alphabet[number >> (5 * $0) & 31] })
            return KeyEntry(
                id: id, secretDigest: [UInt8](repeating: 7, count: 32), tier: .premium,
                scopes: Scope.allCases, label: String(repeating: "label ", count: 8) + "\(number)",
                created: Instant(seconds: 1_793_372_400), expires: Instant(seconds: 1_793_372_400),
                revoked: Instant(seconds: 1_793_372_400))
        }
        let file = KeyFile(keys: keys)
        let bytes = file.bytes
        #expect(bytes.count <= KeyFile.maximumBytes)
        #expect(try KeyFile(bytes) == file)
    }
}
