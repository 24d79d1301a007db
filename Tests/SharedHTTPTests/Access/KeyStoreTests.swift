import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("making and revoking keys")
struct KeyStoreTests {
    private let time = HandMovedTime()

    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("a new key is written down without its secret, in a file of the owner's own")
    func create() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("deep/keys.json")
            let store = KeyStore(path: path, time: time.source)
            let created = try await store.create(
                tier: .premium, scopes: [.admin, .read], label: "shop", lifetime: .seconds(86_400))
            let key = try #require(KeyText(created.text))
            #expect(try store.list() == [created.entry])
            #expect(created.entry.id == key.id && created.entry.scopes == [.read, .admin])
            #expect(created.entry.expires == time.now.advanced(by: .seconds(86_400)))
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(!text.contains(key.secret))
            #expect(try permissions(path) == 0o600 && permissions(path + ".lock") == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory.file("deep")).count == 2)
        }
    }

    @Test("a revoked key stays revoked from the first time on")
    func revoke() async throws {
        try await withTemporaryDirectory { directory in
            let store = KeyStore(path: directory.file("keys.json"), time: time.source)
            let created = try await store.create(tier: .standard, scopes: [.read], label: "a")
            let first = try await store.revoke(created.entry.id)
            time.advance(by: .seconds(60))
            let second = try await store.revoke(created.entry.id)
            #expect(first.revoked != nil && first == second)
            #expect(try store.list().map { $0.state(at: time.now) } == [.revoked])
        }
    }

    @Test("what cannot be done is refused, and the file stays as it was")
    func refusals() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("keys.json")
            let store = KeyStore(path: path, time: time.source)
            await #expect(throws: KeyFileProblem.self) { try await store.revoke("abcdefgh2345") }
            #expect(try directory.names().isEmpty)
            for label in ["", "  ", "a\nb", String(repeating: "x", count: 101)] {
                await #expect(throws: KeyFileProblem.self) {
                    try await store.create(tier: .standard, scopes: [.read], label: label)
                }
            }
            await #expect(throws: KeyFileProblem.self) {
                try await store.create(tier: .standard, scopes: [], label: "a")
            }
            try "broken".write(toFile: path, atomically: true, encoding: .utf8)
            await #expect(throws: KeyFileProblem.self) {
                try await store.create(tier: .standard, scopes: [.read], label: "a")
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "broken")
        }
    }

    @Test("several at once lose no key")
    func concurrent() async throws {
        try await withTemporaryDirectory { directory in
            let store = KeyStore(path: directory.file("keys.json"))
            try await withThrowingTaskGroup { group in
                for number in 0..<12 {
                    group.addTask {
                        _ = try await store.create(tier: .standard, scopes: [.read], label: "key \(number)")
                    }
                }
                try await group.waitForAll()
            }
            #expect(try Set(store.list().map(\.label)).count == 12)
        }
    }

    @Test("a command that finds the file held waits, and says so when that is for too long")
    func held() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("keys.json")
            let store = KeyStore(path: path, time: TimeSource(now: { time.now }, sleep: { _ in }))
            let descriptor = open(path + ".lock", O_RDWR | O_CREAT, 0o600)
            defer { close(descriptor) }
            #expect(flock(descriptor, LOCK_EX) == 0)
            await #expect {
                _ = try await store.create(tier: .standard, scopes: [.read], label: "a")
            } throws: { error in
                "\(error)".contains("is held by another command")
            }
            flock(descriptor, LOCK_UN)
            let created = try await store.create(tier: .standard, scopes: [.read], label: "a")
            #expect(created.entry.label == "a")
        }
    }

    @Test("a link stays a link, also to a file not there yet: that gets the keys, and is held under either name")
    func link() async throws {
        try await withTemporaryDirectory { directory in
            let (link, path) = (directory.file("keys.json"), directory.file("shared/keys.json"))
            try FileManager.default.createDirectory(
                atPath: directory.file("shared"), withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "shared/keys.json")
            let store = KeyStore(path: link, time: TimeSource(now: { time.now }, sleep: { _ in }))
            let created = try await store.create(tier: .standard, scopes: [.read], label: "a")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "shared/keys.json")
            #expect(try KeyStore(path: path).list() == [created.entry])
            let other = try await store.create(tier: .standard, scopes: [.read], label: "b")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "shared/keys.json")
            #expect(try KeyStore(path: path).list() == [created.entry, other.entry])
            #expect(try directory.names() == ["keys.json", "shared"])

            let descriptor = open(path + ".lock", O_RDWR)
            defer { close(descriptor) }
            #expect(flock(descriptor, LOCK_EX) == 0)
            await #expect {
                _ = try await store.revoke(created.entry.id)
            } throws: { error in
                "\(error)".contains("is held by another command")
            }
        }
    }

    @Test("with the most keys there are, those that open nothing make room")
    func full() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("keys.json")
            let store = KeyStore(path: path, time: time.source, capacity: 3)
            var ids: [String] = []
            for _ in 0..<3 {
                ids.append(try await store.create(tier: .standard, scopes: [.read], label: "a").entry.id)
            }
            await #expect {
                _ = try await store.create(tier: .standard, scopes: [.read], label: "one more")
            } throws: { error in
                "\(error)".contains("revoke one first")
            }
            _ = try await store.revoke(ids[1])
            let latest = try await store.create(tier: .standard, scopes: [.read], label: "one more")
            #expect(try store.list().map(\.id) == [ids[0], ids[2], latest.entry.id])
        }
    }
}
