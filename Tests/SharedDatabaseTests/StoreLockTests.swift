import Foundation
import Logging
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@Suite("One process per file", .timeLimit(.minutes(1)))
struct StoreLockTests {
    private static let flock = "/usr/bin/flock"

    @Test("a second store on the same file is refused, and told who has it and what to do")
    func refusesASecond() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            let store = try Ledger.open(path, named: "first")
            let error = try #require(throws: StoreError.self) { try Ledger.open(path, named: "second") }
            guard case .inUse(let file, let holder?) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(file == path)
            #expect(holder.service == "first")
            #expect(holder.pid == ProcessInfo.processInfo.processIdentifier)
            for part in [path, "first (pid \(holder.pid) on ", "stop that one first", "DATA_DIR"] {
                #expect(error.description.contains(part))
            }
            #expect(error.serviceError.message.contains(path) == false)
            await store.close()
            await (try Ledger.open(path, named: "second")).close()
        }
    }

    @Test("the same file under another name is the same file")
    func seesThroughSymbolicLinks() async throws {
        try await withTemporaryDirectory { directory in
            let store = try Ledger.open(directory.file("data/ledger.sqlite"))
            try FileManager.default.createSymbolicLink(
                atPath: directory.file("other"), withDestinationPath: directory.file("data"))
            try FileManager.default.createSymbolicLink(
                atPath: directory.file("alias.sqlite"), withDestinationPath: directory.file("data/ledger.sqlite"))
            for name in ["other/ledger.sqlite", "alias.sqlite", "data/../data/ledger.sqlite"] {
                let error = #expect(throws: StoreError.self) { try Ledger.open(directory.file(name)) }
                guard case .inUse = error else {
                    Issue.record("\(name): \(String(describing: error))")
                    continue
                }
            }
            await store.close()
        }
    }

    @Test("a refused opening does not keep the lock")
    func refusalLetsGo() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            await (try Ledger.open(path)).close()
            #expect(throws: StoreError.self) { try Ledger.open(path, migrations: [Ledger.first]) }
            let logs = RecordedLogs()
            await (try Ledger.open(path, logger: logs.logger)).close()
            #expect(logs.messages(at: .notice).isEmpty)
        }
    }

    @Test(
        "a process that holds the lock bars the file until it is killed, and its lock file bars nobody afterwards",
        .enabled(if: FileManager.default.isExecutableFile(atPath: flock), "needs flock(1)"))
    func otherProcess() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            let record =
                #"{"holder":{"host":"box","pid":4711,"service":"other","since":"2026-10-30T15:00:00Z"},"#
                + #""holdsData":false}"#
            try overwrite(path + ".lock", with: Data(record.utf8))
            let holder = try holdingLock(path + ".lock")
            let error = try #require(throws: StoreError.self) { try Ledger.open(path) }
            #expect(error.description.contains("other (pid 4711 on box, since 2026-10-30T15:00:00Z)"))
            #expect(!FileManager.default.fileExists(atPath: path))

            kill(holder.processIdentifier, SIGKILL)
            holder.waitUntilExit()
            let logs = RecordedLogs()
            let store = try Ledger.open(path, logger: logs.logger)
            #expect(logs.messages(at: .notice).contains { $0.contains("other (pid 4711 on box") })
            await store.close()
        }
    }

    @Test("a lock file of which its writer wrote only a part is no obstacle", arguments: ["", "{\"hol", "\u{0}\u{0}"])
    func unfinishedRecord(text: String) async throws {
        try await withTemporaryDirectory { directory in
            try overwrite(directory.file("ledger.sqlite.lock"), with: Data(text.utf8))
            await (try Ledger.open(directory.file("ledger.sqlite"))).close()
        }
    }

    /// Another process that has the lock when this returns. It ends when its input does, so it cannot outlive the test.
    private func holdingLock(_ path: String) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.flock)
        process.arguments = ["--no-fork", path, "/bin/sh", "-c", "echo locked; exec cat"]
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = Pipe()
        try process.run()
        guard output.fileHandleForReading.availableData == Data("locked\n".utf8) else {
            throw TestFailure("the other process did not take the lock")
        }
        return process
    }
}
