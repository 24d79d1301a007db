import Foundation
import GRDB
import SharedDatabase
import SharedTesting
import Testing

@Suite("Backup", .timeLimit(.minutes(2)))
struct BackupTests {
    private static let logger = RecordedLogs().logger

    /// How a backup is made: by the service itself, or from outside through a connection of its own.
    enum Way: CaseIterable {
        case byTheOwner
        case fromOutside

        func backUp(_ store: Store, to path: String) async throws {
            switch self {
            case .byTheOwner: try await store.backup(to: path)
            case .fromOutside: try await Store.backup(of: store.path, to: path, logger: logger)
            }
        }
    }

    @Test("holds everything, in one file for its owner only, and opens as a store", arguments: Way.allCases)
    func isAStore(way: Way) async throws {
        try await withTemporaryDirectory { directory in
            let store = try Ledger.open(directory.file("ledger.sqlite"))
            try await Ledger.add(1...50, to: store)
            let copy = directory.file("copy.sqlite")
            try await way.backUp(store, to: copy)
            await store.close()

            #expect(try directory.names() == ["copy.sqlite", "ledger.sqlite", "ledger.sqlite.lock"])
            let attributes = try FileManager.default.attributesOfItem(atPath: copy)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            // sqlite.org/fileformat.html: bytes 18 and 19 are 1 for a file that needs no write-ahead log.
            #expect(try contents(of: copy)[18...19] == Data([1, 1]))
            let restored = try Ledger.open(copy, checkIntegrity: true)
            #expect(try await Ledger.ids(in: restored) == Array(1...50))
            await restored.close()
        }
    }

    @Test("made while the owner writes, holds the commits up to one moment", arguments: Way.allCases)
    func isConsistent(way: Way) async throws {
        try await withTemporaryDirectory { directory in
            let store = try Ledger.open(directory.file("ledger.sqlite"))
            try await Ledger.add(1...1000, padding: 500, to: store)
            let copies = (1...5).map { directory.file("copy\($0).sqlite") }
            let started = Gate()
            let writer = Task {
                var last = 1000
                while !Task.isCancelled {
                    try await Ledger.add(last + 1...last + 3, padding: 500, to: store)
                    last += 3
                    started.open()
                }
            }
            try await started.wait()
            var committedBefore: [Int] = []
            for copy in copies {
                committedBefore.append(try await Ledger.ids(in: store).count)
                try await way.backUp(store, to: copy)
            }
            writer.cancel()
            _ = await writer.result
            let committedInAll = try await Ledger.ids(in: store)
            try await store.checkIntegrity()
            await store.close()

            for (copy, before) in zip(copies, committedBefore) {
                let restored = try Ledger.open(copy, checkIntegrity: true)
                let ids = try await Ledger.ids(in: restored)
                let lines = try await restored.read {
                    try Int.fetchAll($0, sql: "SELECT entry FROM line ORDER BY entry")
                }
                #expect(ids == Array(committedInAll.prefix(ids.count)))
                #expect(lines == ids)
                #expect(ids.count >= before)
                // Commits are of three entries.
                #expect((ids.count - 1000).isMultiple(of: 3))
                await restored.close()
            }
        }
    }

    @Test("of a killed service's store holds its last commits, and changes no byte of what it left")
    func afterAKill() async throws {
        try await withTemporaryDirectory { directory in
            let store = try Ledger.open(directory.file("ledger.sqlite"))
            try await Ledger.add(1...50, to: store)
            let killed = directory.file("killed.sqlite")
            try copyAsIfKilled(store.path, to: killed)
            await store.close()
            let database = try contents(of: killed)
            let log = try contents(of: killed + "-wal")
            #expect(!log.isEmpty)

            let copy = directory.file("copy.sqlite")
            try await Store.backup(of: killed, to: copy, logger: Self.logger)
            #expect(try contents(of: killed) == database)
            #expect(try contents(of: killed + "-wal") == log)
            for path in [copy, killed] {
                let restored = try Ledger.open(path, checkIntegrity: true)
                #expect(try await Ledger.ids(in: restored) == Array(1...50))
                await restored.close()
            }
        }
    }

    @Test("of a store that is closed needs no service")
    func ofAClosedStore() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            try await Ledger.make(at: path, entries: 1...5)
            let size = try await Store.backup(of: path, to: directory.file("copy.sqlite"), logger: Self.logger)
            #expect(try contents(of: directory.file("copy.sqlite")).count == Int(size))
            let store = try Ledger.open(path)
            #expect(try await Ledger.ids(in: store) == Array(1...5))
            await store.close()
        }
    }

    @Test("overwrites nothing", arguments: Way.allCases)
    func overwritesNothing(way: Way) async throws {
        try await withTemporaryDirectory { directory in
            let store = try Ledger.open(directory.file("ledger.sqlite"))
            let taken = directory.file("taken")
            try overwrite(taken, with: Data("mine".utf8))
            let error = try await #require(throws: StoreError.self) { try await way.backUp(store, to: taken) }
            #expect(error.description.contains(taken))
            #expect(error.description.contains("something is there already"))
            await #expect(throws: StoreError.self) { try await way.backUp(store, to: store.path) }
            await #expect(throws: StoreError.self) { try await way.backUp(store, to: directory.path) }
            #expect(try contents(of: taken) == Data("mine".utf8))
            await store.close()
            #expect(try directory.names() == ["ledger.sqlite", "ledger.sqlite.lock", "taken"])
        }
    }

    @Test("says what is missing")
    func saysWhatIsMissing() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            let absent = try await #require(throws: StoreError.self) {
                try await Store.backup(of: path, to: directory.file("copy.sqlite"), logger: Self.logger)
            }
            #expect(absent.description.contains(path) && absent.description.contains("no such file"))
            #expect(try directory.names().isEmpty)

            try await Ledger.make(at: path, entries: 1...1)
            let nowhere = try await #require(throws: StoreError.self) {
                try await Store.backup(of: path, to: directory.file("no/copy.sqlite"), logger: Self.logger)
            }
            #expect(nowhere.description.contains("there is no directory '\(directory.file("no"))'"))
        }
    }
}
