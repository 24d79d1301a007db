import NIOCore
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Resuming a stream of rates", .timeLimit(.minutes(1)))
struct StreamResumeTests {
    private func deliver(_ test: StreamBench, _ day: String, _ dollar: String, yen: String = "150") async throws {
        try await test.bench.receive([ecbSheet(day, ["USD": dollar, "JPY": yen, "KRW": "1500"])])
    }

    @Test("from a state that is known, every change since follows and no snapshot")
    func inTheRing() async throws {
        try await withStreamBench { test in
            let id = try #require(try await test.open().snapshot?.id)
            try await deliver(test, "2026-10-29", "1.2")
            try await deliver(test, "2026-10-30", "1")
            let read = try await test.listen("?symbols=USD", lastEventID: id, until: ["rate": 2])
            #expect(read.retry == 3000)
            #expect(try read.events.map { try $0.member("rate") } == [1250.0, 1500.0])
        }
    }

    @Test("from the newest state nothing comes but heartbeats, until something changes")
    func newest() async throws {
        try await withStreamBench { test in
            let id = try #require(try await test.open().snapshot?.id)
            let read = try await test.listen("?symbols=USD", lastEventID: id, until: ["rate": 1]) {
                test.stream.beat()
                try await eventually("a heartbeat") { test.sent("heartbeat") == 1 }
                #expect(test.sent("snapshot") == 0)
                try await deliver(test, "2026-10-29", "1.2")
            }
            #expect(read.comments == ["heartbeat"])
            #expect(try read.events.map { try $0.member("rate") } == [1250.0])
        }
    }

    @Test("an unknown name gets a snapshot", arguments: ["", "yesterday", "0123456789abcdef0123456789abcdef-0", "한"])
    func unknown(id: String) async throws {
        try await withStreamBench { test in
            let read = try await test.listen(lastEventID: id, until: ["snapshot": 1])
            #expect(read.events.map(\.name) == ["snapshot"])
        }
    }

    @Test("a state that has fallen out of the ring gets a snapshot")
    func tooOld() async throws {
        try await withStreamBench(statesKept: 2) { test in
            let first = try #require(try await test.open().snapshot?.id)
            try await deliver(test, "2026-10-29", "1.2")
            #expect(try await test.open(after: first).snapshot == nil)
            try await deliver(test, "2026-10-30", "1")
            #expect(try await test.open(after: first).snapshot != nil)
        }
    }

    @Test("after a restart with the same data the name is the same, and nothing is missed")
    func restart() async throws {
        try await withStreamBench { test in
            let id = try #require(try await test.open().snapshot?.id)
            let bench = try await Bench(test.bench.store, preferences: test.bench.holdings.preferences)
            // Ages have grown meanwhile; the state is the same.
            bench.time.advance(by: .seconds(2 * 3600))
            let again = try StreamBench(bench)
            #expect(try await again.open().snapshot?.id == id)
            #expect(try await again.open(after: id).snapshot == nil)
        }
    }

    @Test("one that was cut off in the middle of a step gets the whole step again")
    func cutOff() async throws {
        try await withStreamBench { test in
            let first = try #require(try await test.open().snapshot?.id)
            try await deliver(test, "2026-10-29", "1.2", yen: "125")
            let text = try #require(try await step(after: first, test))
            let whole = EventStreamReader(text)
            #expect(whole.events.count == 4)
            // Wherever it is cut: the state before until the last event is there, the state after from then on.
            let snapshot = "id: \(first)\ndata: {}\n\n"
            for length in 0...text.utf8.count {
                let part = String(decoding: text.utf8.prefix(length), as: UTF8.self)
                let read = EventStreamReader(snapshot + part)
                let isComplete = read.events.count == 1 + whole.events.count
                #expect(read.lastEventID == (isComplete ? whole.lastEventID : first))
            }
            #expect(try await step(after: whole.lastEventID, test) == nil)
        }
    }

    /// The next step as it is sent; nil where there is none yet.
    private func step(after id: String, _ test: StreamBench) async throws -> String? {
        let opened = try await test.open(after: id)
        #expect(opened.snapshot == nil)
        let subscription = opened.subscription
        test.stream.beat()
        guard case .step(let step) = try await subscription.next() else { return nil }
        return String(buffer: try step.text(for: subscription.question).bytes)
    }

    @Test("rates that come back to what they were have the same name again, and are told all the same")
    func backAgain() async throws {
        try await withStreamBench { test in
            let opened = try await test.open(["USD"])
            let (listening, first) = (opened.subscription, try #require(opened.snapshot?.id))
            let original = test.bench.holdings.rates
            try await deliver(test, "2026-10-29", "1.2")
            let contents = try #require(test.bench.holdings.inMemory)
            test.bench.holdings.replace(
                with: CurrencyHoldings.Contents(rates: original, prices: contents.prices))
            var rates: [String] = []
            for _ in 0..<2 {
                guard case .step(let step) = try await listening.next() else { throw TestFailure("no step") }
                rates += try step.changes(in: listening.question.money)
                    .filter { listening.question.covers($0.currency) }
                    .map { change in
                        guard case .rate(let entry) = change else { throw TestFailure("withdrawn") }
                        return entry.value.description
                    }
            }
            #expect(rates == ["1250", "1200"])
            // The name stands for the last of the two: nothing has changed since.
            let again = try await test.open(after: first).subscription
            test.stream.beat()
            guard case .heartbeat = try await again.next() else { throw TestFailure("a step") }
        }
    }
}
