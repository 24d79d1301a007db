import Foundation
import SharedTesting
import Testing

@testable import RankingService

struct PrivacyKeyFileTests {
    @Test("the key is made once, for its owner's eyes only, and is the same ever after")
    func madeOnce() throws {
        let directory = try TemporaryDirectory()
        let file = PrivacyKeyFile(path: directory.file("ranking-privacy.key"))
        let made = try file.readOrMake()
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try !file.isOpenToOthers)
        #expect(try directory.names() == ["ranking-privacy.key"])
        #expect(try file.readOrMake().fingerprint == made.fingerprint)
    }

    @Test("two stores get two keys")
    func random() throws {
        let directory = try TemporaryDirectory()
        let one = try PrivacyKeyFile(path: directory.file("one.key")).readOrMake()
        let other = try PrivacyKeyFile(path: directory.file("other.key")).readOrMake()
        #expect(one.fingerprint != other.fingerprint)
    }

    @Test("a file that others may read is noticed")
    func openFile() throws {
        let directory = try TemporaryDirectory()
        let file = PrivacyKeyFile(path: directory.file("ranking-privacy.key"))
        _ = try file.readOrMake()
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        #expect(try file.isOpenToOthers)
    }

    @Test("a file that was cut off is refused by name and left alone", arguments: ["", "\n", "deadbeef\n"])
    func cutOff(content: String) throws {
        let directory = try TemporaryDirectory()
        let file = PrivacyKeyFile(path: directory.file("ranking-privacy.key"))
        try content.write(toFile: file.path, atomically: true, encoding: .utf8)
        let failure = #expect(throws: PrivacyKeyFile.Failure.self) { try file.readOrMake() }
        #expect(failure?.description.contains(file.path) == true)
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == content)
    }

    @Test("a folder in which no file can be made is named, with what to do")
    func noFolder() throws {
        let directory = try TemporaryDirectory()
        let file = PrivacyKeyFile(path: directory.file("missing/ranking-privacy.key"))
        let failure = #expect(throws: PrivacyKeyFile.Failure.self) { try file.readOrMake() }
        #expect(failure?.description.contains(file.path) == true)
        #expect(failure?.description.contains("PRIVACY_KEY") == true)
    }
}
