import Foundation
import Logging
import SharedDomain
import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("keys of a running service")
struct KeyRingTests {
    private let time = HandMovedTime()
    private let logs = RecordedLogs()

    private func ring(_ path: String) throws -> KeyRing {
        try KeyRing(path: path, time: time.source, logger: logs.logger)
    }

    private func refusal(_ ring: KeyRing, _ key: String) throws -> String? {
        let key = try #require(KeyText(key))
        do {
            _ = try ring.principal(of: key)
            return nil
        } catch let failure as EdgeFailure {
            return failure.error.message
        }
    }

    @Test("a key opens what it says; a wrong secret and an unknown id are told the same")
    func keys() async throws {
        try await withTemporaryDirectory { directory in
            let store = KeyStore(path: directory.file("keys.json"), time: time.source)
            let created = try await store.create(tier: .premium, scopes: [.admin], label: "a")
            let ring = try ring(directory.file("keys.json"))
            let key = try #require(KeyText(created.text))
            let principal = try ring.principal(of: key)
            #expect(principal == Principal(id: created.entry.id, tier: .premium, scopes: [.admin]))
            let wrong = try refusal(ring, "ctk_\(key.id)_" + String(repeating: "0", count: 64))
            #expect(wrong == "The key is not valid.")
            #expect(try refusal(ring, KeyText.random().text) == wrong)
        }
    }

    @Test("new, revoked and expired keys are noticed without a restart")
    func changes() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("keys.json")
            let store = KeyStore(path: path, time: time.source)
            let ring = try ring(path)
            let running = Task { try await ring.run() }
            let created = try await store.create(
                tier: .standard, scopes: [.read], label: "a", lifetime: .seconds(3_600))
            #expect(try refusal(ring, created.text) == "The key is not valid.")
            try await look()
            #expect(try refusal(ring, created.text) == nil)
            let other = try await store.create(tier: .standard, scopes: [.read], label: "b")
            _ = try await store.revoke(other.entry.id)
            try await look()
            #expect(try refusal(ring, other.text) == "The key was revoked.")
            time.advance(by: .seconds(3_600))
            #expect(try refusal(ring, created.text) == "The key has expired.")
            running.cancel()
            try await running.value
        }
    }

    @Test("a link that leads elsewhere from now on, or to another content, is noticed without a restart")
    func link() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("keys.json")
            func lead(to name: String) throws {
                let new = directory.file("new")
                try FileManager.default.createSymbolicLink(atPath: new, withDestinationPath: name)
                #expect(rename(new, path) == 0)
            }
            let first = try await KeyStore(path: directory.file("1.json"), time: time.source)
                .create(tier: .standard, scopes: [.read], label: "a")
            let second = try await KeyStore(path: directory.file("2.json"), time: time.source)
                .create(tier: .standard, scopes: [.read], label: "b")
            try lead(to: "1.json")
            let ring = try ring(path)
            #expect(try refusal(ring, first.text) == nil)
            #expect(try refusal(ring, second.text) == "The key is not valid.")
            try lead(to: "2.json")
            ring.refresh()
            #expect(try refusal(ring, first.text) == "The key is not valid.")
            #expect(try refusal(ring, second.text) == nil)
            _ = try await KeyStore(path: directory.file("2.json"), time: time.source).revoke(second.entry.id)
            ring.refresh()
            #expect(try refusal(ring, second.text) == "The key was revoked.")
        }
    }

    @Test("a file that was broken meanwhile changes nothing and is logged once; one that is gone has no keys")
    func broken() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("keys.json")
            let store = KeyStore(path: path, time: time.source)
            let created = try await store.create(tier: .standard, scopes: [.read], label: "a")
            let ring = try ring(path)
            let good = try Data(contentsOf: URL(filePath: path))
            try "broken".write(toFile: path, atomically: true, encoding: .utf8)
            for _ in 0..<3 { ring.refresh() }
            #expect(try refusal(ring, created.text) == nil)
            #expect(logs.messages(at: .error).count == 1)
            try good.write(to: URL(filePath: path), options: .atomic)
            ring.refresh()
            #expect(try refusal(ring, created.text) == nil)
            try FileManager.default.removeItem(atPath: path)
            ring.refresh()
            #expect(try refusal(ring, created.text) == "The key is not valid.")
            #expect(!logs.lines.contains { "\($0)".contains(created.text) })
        }
    }

    @Test("a file that cannot be used keeps a service from starting, and the message says what to do")
    func refusedAtStart() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("keys.json")
            for prepare in [
                { try "{".write(toFile: path, atomically: true, encoding: .utf8) },
                { try Data(count: KeyFile.maximumBytes + 1).write(to: URL(filePath: path)) },
                {
                    try Data(KeyFile().bytes).write(to: URL(filePath: path))
                    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
                },
                {
                    try FileManager.default.removeItem(atPath: path)
                    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                },
            ] as [() throws -> Void] {
                try prepare()
                #expect {
                    _ = try ring(path)
                } throws: { error in
                    "\(error)".contains(path) && "\(error)".contains("keys create")
                }
            }
        }
    }

    @Test("a file that others may read is warned of")
    func open() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("keys.json")
            try Data(KeyFile().bytes).write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            _ = try ring(path)
            #expect(logs.messages(at: .warning).contains { $0.contains("chmod 600") })
        }
    }

    @Test("a pipe in the file's place is refused, not waited for", .timeLimit(.minutes(1)))
    func pipe() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("keys.json")
            #expect(mkfifo(path, 0o600) == 0)
            #expect(throws: KeyFileProblem.self) { _ = try ring(path) }
        }
    }

    /// Lets two seconds pass, and waits until the service has looked and sleeps again.
    private func look() async throws {
        try await time.waitForSleepers(1)
        time.advance(by: .seconds(2))
        try await time.waitForSleepers(1)
    }
}
