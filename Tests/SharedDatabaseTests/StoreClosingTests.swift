import Foundation
import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@Suite("Closing a store", .timeLimit(.minutes(1)))
struct StoreClosingTests {
    @Test("leaves one file and the lock: the log is taken into the database")
    func leavesOneFile() async throws {
        try await withTemporaryDirectory { directory in
            let store = try Ledger.open(directory.file("ledger.sqlite"))
            try await Ledger.add(1...10, to: store)
            _ = try await Ledger.ids(in: store)
            await store.close()
            #expect(try directory.names() == ["ledger.sqlite", "ledger.sqlite.lock"])
        }
    }

    @Test("waits for a write that is under way")
    func waitsForWrites() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            let store = try Ledger.open(path)
            async let write: Void = Ledger.add(1...2000, to: store)
            async let close: Void = store.close()
            // Either the write came first and is complete, or the store was closed before it and it was refused.
            var isRefused = false
            do {
                try await write
            } catch let error as ServiceError {
                isRefused = error.code == .databaseUnavailable
            }
            await close
            let again = try Ledger.open(path, checkIntegrity: true)
            #expect(try await Ledger.ids(in: again) == (isRefused ? [] : Array(1...2000)))
            await again.close()
        }
    }

    @Test("is complete in a cancelled task too")
    func closesInACancelledTask() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            let store = try Ledger.open(path)
            try await Ledger.add(1...10, to: store)
            await Task {
                withUnsafeCurrentTask { $0?.cancel() }
                await store.close()
            }.value
            #expect(try directory.names() == ["ledger.sqlite", "ledger.sqlite.lock"])
        }
    }

    @Test("is harmless the second time, and refuses what comes afterwards")
    func refusesAfterwards() async throws {
        try await withTemporaryDirectory { directory in
            let store = try Ledger.open(directory.file("ledger.sqlite"))
            await store.close()
            await store.close()
            await #expect(throws: ServiceError.self) { try await Ledger.ids(in: store) }
            await #expect(throws: ServiceError.self) { try await Ledger.add(1...1, to: store) }
            await #expect(throws: ServiceError.self) { try await store.checkpoint() }
            await #expect(throws: StoreError.self) { try await store.backup(to: directory.file("copy.sqlite")) }
            #expect(try directory.names() == ["ledger.sqlite", "ledger.sqlite.lock"])
        }
    }

    @Test("happens by itself when the last reference goes")
    func closesWithoutBeingAsked() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            for round in 1...3 {
                try await Ledger.add(round...round, to: try Ledger.open(path))
            }
            let store = try Ledger.open(path)
            #expect(try await Ledger.ids(in: store) == [1, 2, 3])
            await store.close()
        }
    }
}
