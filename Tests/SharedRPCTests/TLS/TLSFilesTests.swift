import Foundation
import Logging
import SharedDomain
import SharedTesting
import Testing

@testable import SharedRPC

@Suite("The files of TLS, at the start", .timeLimit(.minutes(1)))
struct TLSFilesTests {
    private let authority: TestAuthority
    private let rig: TLSRig

    init() throws {
        authority = try TestAuthority()
        rig = try TLSRig(authority.issue(), trusting: authority)
    }

    /// The settings that are named, and what is said.
    private func problems() -> [TLSProblem] {
        do {
            _ = try rig.credentials()
            return []
        } catch let error as TLSProblems {
            return error.problems
        } catch {
            Issue.record(error)
            return []
        }
    }

    @Test("files that belong together are taken, without a warning")
    func good() {
        #expect(problems().isEmpty)
        #expect(rig.logs.lines.isEmpty)
    }

    @Test(
        "keys and certificates as OpenSSL writes them are read",
        arguments: [
            (OpenSSLFixtures.rsaCertificate, OpenSSLFixtures.rsaKey),
            (OpenSSLFixtures.curveCertificate, OpenSSLFixtures.curveKey),
            (OpenSSLFixtures.edwardsCertificate, OpenSSLFixtures.edwardsKey),
            // One file that holds both, with words before them and the line ends of another system.
            (
                "Certificate for a test\r\n\(OpenSSLFixtures.curveKey)\n\(OpenSSLFixtures.curveCertificate)"
                    .replacing("\n", with: "\r\n"), OpenSSLFixtures.curveKey
            ),
        ])
    func openSSL(certificate: String, key: String) throws {
        try rig.write(certificate, to: rig.files.certificate)
        try rig.write(key, to: rig.files.key)
        #expect(problems() == [])
    }

    @Test("every file that is missing is named")
    func missing() throws {
        for file in [rig.files.certificate, rig.files.key, rig.files.authorities] {
            try FileManager.default.removeItem(atPath: file.path)
        }
        try FileManager.default.createDirectory(atPath: rig.files.key.path, withIntermediateDirectories: false)
        #expect(problems().map(\.setting) == ["TEST_CERTIFICATE", "TEST_KEY", "TEST_CA"])
        #expect(problems().first?.description.contains("does not exist") == true)
        #expect(problems().dropFirst().first?.description.contains("is a folder") == true)
    }

    @Test(
        "what is no PEM, or holds nothing to use, is named",
        arguments: [
            "", "\0\u{1}", "certificate", "-----BEGIN CERTIFICATE-----", "-----BEGIN CERTIFICATE-----\nAAAA\n",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
            String(repeating: "x", count: TLSFileContents.maximumBytes + 1),
        ])
    func malformed(_ text: String) throws {
        try rig.write(text, to: rig.files.certificate)
        try rig.write(text, to: rig.files.authorities)
        #expect(problems().map(\.setting).sorted() == ["TEST_CA", "TEST_CERTIFICATE"])
        try rig.write(text, to: rig.files.key)
        #expect(problems().map(\.setting).sorted() == ["TEST_CA", "TEST_CERTIFICATE", "TEST_KEY"])
    }

    @Test("bytes that are no text are named")
    func binary() throws {
        try Data([0x30, 0x82, 0xFF, 0x00]).write(to: URL(filePath: rig.files.certificate.path))
        #expect(problems().map(\.setting) == ["TEST_CERTIFICATE"])
        #expect(problems().first?.explanation.contains("PEM") == true)
    }

    @Test(
        "a key with a passphrase says so",
        arguments: [OpenSSLFixtures.encryptedKey, OpenSSLFixtures.traditionallyEncryptedKey])
    func encrypted(_ key: String) throws {
        try rig.write(key, to: rig.files.key)
        #expect(problems().map(\.setting) == ["TEST_KEY"])
        #expect(problems().first?.explanation.contains("passphrase") == true)
    }

    @Test("a key of another certificate is named, with both files")
    func mismatch() throws {
        try rig.write(authority.issue().key, to: rig.files.key)
        #expect(problems().map(\.setting) == ["TEST_KEY"])
        #expect(problems().first?.explanation.contains(rig.files.certificate.path) == true)
    }

    @Test("a certificate that has expired is refused, one that is not valid yet is warned of")
    func times() throws {
        var terms = TestAuthority.Terms()
        terms.validFrom = Date(timeIntervalSinceNow: -48 * 3600)
        terms.validTo = Date(timeIntervalSinceNow: -1)
        try rig.write(authority.issue(terms))
        #expect(problems().map(\.setting) == ["TEST_CERTIFICATE"])
        #expect(problems().first?.explanation.contains("expired") == true)

        terms.validFrom = Date(timeIntervalSinceNow: 3600)
        terms.validTo = Date(timeIntervalSinceNow: 90 * 24 * 3600)
        try rig.write(authority.issue(terms))
        #expect(problems().isEmpty)
        #expect(rig.logs.messages(at: .warning) == ["a certificate needs attention"])
    }

    @Test("authorities that have all expired are refused")
    func expiredAuthority() throws {
        let later = HandMovedTime(at: TimeSource.system.now().advanced(by: .seconds(500 * 24 * 3600)))
        let error = #expect(throws: TLSProblems.self) { try rig.credentials(later.source) }
        #expect(error?.problems.map(\.setting) == ["TEST_CERTIFICATE", "TEST_CA"])
    }

    @Test("a certificate that names no host is warned of: no client would accept it")
    func noHost() throws {
        var terms = TestAuthority.Terms()
        terms.hosts = []
        terms.addresses = []
        try rig.write(authority.issue(terms))
        #expect(problems().isEmpty)
        #expect(rig.logs.lines.contains { $0.metadata["cause"]?.contains("subjectAltName") == true })
    }

    @Test("refused certificates fill no log: each reason once a minute")
    func refusalLog() {
        let time = HandMovedTime()
        let logs = RecordedLogs()
        let log = RefusalLog(time: time.source, logger: logs.logger)
        for _ in 0..<100 {
            log.note(.expired, of: "a client")
            log.note(.untrusted, of: "a client")
        }
        #expect(logs.lines.count == 2)
        time.advance(by: RefusalLog.interval)
        log.note(.expired, of: "a client")
        #expect(logs.lines.count == 3)
    }
}
