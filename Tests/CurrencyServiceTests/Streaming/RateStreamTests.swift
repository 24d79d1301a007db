import NIOCore
import SharedContracts
import SharedDomain
import SharedTelemetry
import SharedTesting
import Synchronization
import Testing

@testable import CurrencyService

@Suite("The stream of rates", .timeLimit(.minutes(1)))
struct RateStreamTests {
    /// Rates of another state each, of one day.
    private static func sheet(_ number: Int) throws -> Sheet {
        try ecbSheet(
            "2026-10-29", ["USD": "1.\(1000 + number)", "KRW": "1500"],
            recordedAt: ECBFile.recordedAt.advanced(by: .seconds(number)))
    }

    @Test("a thousand subscribers get every state once, and in order")
    func everyone() async throws {
        try await withStreamBench { test in
            let states = 20
            let listeners = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<1000 {
                    let opened = try await test.open()
                    let (subscription, first) = (opened.subscription, try #require(opened.snapshot?.id))
                    group.addTask {
                        var ids = [first]
                        while ids.count <= states {
                            guard case .step(let step) = try await subscription.next() else { continue }
                            #expect(step.from.id == ids.last)
                            ids.append(step.to.id)
                        }
                        return ids
                    }
                }
                #expect(test.stream.subscriberCount == 1000)
                for number in 1...states { try await test.bench.receive([Self.sheet(number)]) }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(listeners.count == 1000)
            #expect(Set(listeners).count == 1)
            #expect(Set(listeners[0]).count == states + 1)
            #expect(test.stream.subscriberCount == 0)
        }
    }

    @Test("who does not keep up is cut off once, nothing is queued for it, and it begins anew")
    func slow() async throws {
        try await withStreamBench(statesKept: 4) { test in
            let drops = Mutex(0)
            let opened = try await test.open()
            let slow = opened.subscription
            slow.onDrop { drops.withLock { $0 += 1 } }
            weak let oldest: RatesSnapshot? = test.bench.holdings.rates
            for number in 1...4 {
                try await test.bench.receive([Self.sheet(number)])
                #expect(drops.withLock { $0 } == 0)
            }
            guard case .step(let step) = try await slow.next() else { throw TestFailure("no step") }
            #expect(step.from.rates === oldest)
            for number in 5...6 { try await test.bench.receive([Self.sheet(number)]) }
            #expect(drops.withLock { $0 } == 1)
            await #expect(throws: RateStream.FellBehind.self) { try await slow.next() }
            #expect(test.stream.figures.dropped.value == 1)
            // Who says only now how it is cut off is cut off now.
            slow.onDrop { drops.withLock { $0 += 1 } }
            #expect(drops.withLock { $0 } == 2)
            #expect(try await test.open(after: opened.snapshot?.id).snapshot != nil)
        }
    }

    @Test("states that nobody can ask for any more are gone from memory")
    func memory() async throws {
        try await withStreamBench(statesKept: 4) { test in
            // It listens all the while.
            let listening = try await test.open(["USD"]).subscription
            let first = WeakSnapshot(test.bench.holdings.rates)
            // As many as the bench's own stream keeps.
            for number in 0...RateStream.statesKept {
                try await test.bench.receive([Self.sheet(number)])
                guard case .step = try await listening.next() else { throw TestFailure("no step") }
                let other = try await test.open(["USD"])
                _ = try other.snapshot.map { try test.stream.text(of: $0, for: listening.question) }
            }
            try await eventually("released") { first.isGone }
        }
    }

    @Test("subscribers that end while states are published leave nothing behind")
    func ending() async throws {
        try await withStreamBench { test in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<200 {
                    let subscription = try await test.open().subscription
                    subscription.onDrop { subscription.end() }
                    group.addTask {
                        for taken in 0..<(number % 7) where try await subscription.next() == nil {
                            Issue.record("ended after \(taken)")
                        }
                        subscription.end()
                        subscription.end()
                        #expect(try await subscription.next() == nil)
                    }
                }
                for number in 1...10 { try await test.bench.receive([Self.sheet(number)]) }
                try await group.waitForAll()
            }
            #expect(test.stream.subscriberCount == 0)
            let open = test.bench.metrics.gauge(
                "currency_stream_subscribers", "Streams of rates that are open.", labels: ["transport"])
            #expect(open.with("http").value == 0)
        }
    }

    @Test("one that waits is woken when its task is cancelled")
    func cancelled() async throws {
        try await withStreamBench { test in
            let subscription = try await test.open().subscription
            let task = Task { try await subscription.next() }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test("a commit that changes no rate is no state")
    func unchanged() async throws {
        try await withStreamBench { test in
            let subscription = try await test.open().subscription
            try await test.bench.receive([.priceEdition(bigMac("2026-10-01", [("KR", "KRW", "5500")]))])
            test.stream.beat()
            guard case .heartbeat = try await subscription.next() else { throw TestFailure("a step") }
        }
    }

    @Test("the texts of a step are the same bytes for all who ask the same")
    func shared() async throws {
        try await withStreamBench { test in
            let one = try await test.open(["JPY", "USD"]).subscription
            let other = try await test.open(["USD", "JPY", "USD"]).subscription
            #expect(one.question == other.question)
            try await test.bench.receive([Self.sheet(1)])
            guard case .step(let first) = try await one.next(), case .step(let second) = try await other.next() else {
                throw TestFailure("no step")
            }
            #expect(first === second)
            func address(_ step: RateStep, _ question: StreamQuestion) throws -> UnsafeRawPointer? {
                try step.text(for: question).bytes.withUnsafeReadableBytes { $0.baseAddress }
            }
            #expect(try address(first, one.question) == address(second, other.question))
        }
    }
}

/// Tells whether a snapshot of the rates is still in memory.
private struct WeakSnapshot: Sendable {
    private weak let snapshot: RatesSnapshot?

    init(_ snapshot: RatesSnapshot) {
        self.snapshot = snapshot
    }

    var isGone: Bool { snapshot == nil }
}
