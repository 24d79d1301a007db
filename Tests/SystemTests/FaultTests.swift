import SharedMessaging
import SharedTesting
import Synchronization
import Testing

@Suite("Steps that fail between services", .timeLimit(.minutes(10)), .serialized)
struct FaultTests {
    @Test("a load in which every step fails now and then, over gRPC, ends with the rows of an undisturbed one")
    func everyStepFails() async throws {
        var expected: [StoreRows] = []
        try await withSystem { system in
            try await LoadedSystem(system).stop()
            expected = try await rows(system)
        }
        try await withSystem { system in
            var system = system
            let faults = RecurringFaults()
            system.faults = faults.injector
            try await LoadedSystem(system).stop()
            #expect(faults.happened.count == FaultPoint.allCases.count)
            for (ours, theirs) in zip(try await rows(system), expected) {
                #expect(ours.difference(from: theirs) == nil)
            }
        }
    }

    private func rows(_ system: TestSystem) async throws -> [StoreRows] {
        [
            try await StoreRows(ofStoreAt: system.directory.file("currency.sqlite")),
            try await StoreRows(ofStoreAt: system.directory.file("history.sqlite")),
        ]
    }
}

/// Makes every fault point fail at its second, fifth and ninth turn, whoever reaches it.
private final class RecurringFaults: Sendable {
    private struct Failed: Error {}

    private let reached = Mutex<[FaultPoint: Int]>([:])

    var injector: FaultInjector {
        { point in
            let turn = self.reached.withLock { reached in
                reached[point, default: 0] += 1
                return reached[point, default: 0]
            }
            if [2, 5, 9].contains(turn) { throw Failed() }
        }
    }

    /// The points that failed at least once.
    var happened: Set<FaultPoint> { reached.withLock { reached in Set(reached.filter { $0.value >= 2 }.keys) } }
}
