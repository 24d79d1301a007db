import SharedDomain
import SharedResilience
import SharedTesting
import Synchronization
import Testing

@Suite("the circuit breaker", .timeLimit(.minutes(1)))
struct CircuitBreakerTests {
    private let time = HandMovedTime()
    private let breaker: CircuitBreaker

    init() {
        breaker = CircuitBreaker(time: time.source)
    }

    private func fail(_ times: Int = 1) async {
        for attempt in 0..<times {
            await #expect(throws: Failure(attempt: attempt)) {
                try await breaker.run { throw Failure(attempt: attempt) }
            }
        }
    }

    private func open() async throws {
        await fail(5)
        try #require(await breaker.state == .open(for: .seconds(60)))
    }

    @Test("closed, it passes calls and their results through")
    func closed() async throws {
        #expect(try await breaker.run { 42 } == 42)
        #expect(await breaker.state == .closed(failures: 0))
    }

    @Test("five failures in a row open it, four and a success do not")
    func threshold() async throws {
        await fail(4)
        #expect(await breaker.state == .closed(failures: 4))
        try await breaker.run {}
        await fail(4)
        #expect(await breaker.state == .closed(failures: 4))
        await fail()
        #expect(await breaker.state == .open(for: .seconds(60)))
    }

    @Test("open, it refuses without calling and says for how long")
    func refuses() async throws {
        try await open()
        time.advance(by: .seconds(20))
        let refused = await #expect(throws: CircuitOpen.self) {
            try await breaker.run { Issue.record("the call was made") }
        }
        #expect(refused?.retryAfter == .seconds(40))
        #expect(await breaker.state == .open(for: .seconds(40)))
    }

    @Test("it stays open for sixty seconds to the millisecond")
    func openPeriod() async throws {
        try await open()
        time.advance(by: .milliseconds(59_999))
        await #expect(throws: CircuitOpen.self) { try await breaker.run {} }
        time.advance(by: .milliseconds(1))
        #expect(await breaker.state == .halfOpen)
        #expect(try await breaker.run { 1 } == 1)
    }

    @Test("a successful probe closes it with a clean slate")
    func probeSucceeds() async throws {
        try await open()
        time.advance(by: .seconds(60))
        try await breaker.run {}
        #expect(await breaker.state == .closed(failures: 0))
    }

    @Test("one failed probe opens it again for the whole period")
    func probeFails() async throws {
        try await open()
        time.advance(by: .seconds(75))
        await fail()
        #expect(await breaker.state == .open(for: .seconds(60)))
    }

    @Test("of many calls at once only one is the probe")
    func oneProbe() async throws {
        try await open()
        time.advance(by: .seconds(60))
        let gate = Gate()
        let breaker = breaker
        let refusals = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    do {
                        try await breaker.run { try await gate.wait() }
                        return false
                    } catch let refused as CircuitOpen {
                        #expect(refused.retryAfter == nil)
                        return true
                    }
                }
            }
            var refusals = 0
            for _ in 0..<99 where try await group.next() == true { refusals += 1 }
            #expect(await breaker.state == .halfOpen)
            gate.open()
            try await group.waitForAll()
            return refusals
        }
        #expect(refusals == 99)
        #expect(await breaker.state == .closed(failures: 0))
    }

    @Test("a cancelled probe decides nothing: the next call is the probe")
    func probeCancelled() async throws {
        try await open()
        time.advance(by: .seconds(60))
        await #expect(throws: CancellationError.self) { try await breaker.run { throw CancellationError() } }
        #expect(await breaker.state == .halfOpen)
        try await breaker.run {}
        #expect(await breaker.state == .closed(failures: 0))
    }

    @Test("cancellation is no failure")
    func cancellation() async {
        await fail(4)
        await #expect(throws: CancellationError.self) { try await breaker.run { throw CancellationError() } }
        #expect(await breaker.state == .closed(failures: 4))
    }

    @Test("a call that began before the breaker opened has no say after it", arguments: [true, false])
    func lateOutcome(_ succeeds: Bool) async throws {
        let gate = Gate()
        let breaker = breaker
        let late = Task {
            try await breaker.run {
                try await gate.wait()
                if !succeeds { throw Failure(attempt: 0) }
            }
        }
        try await gate.waitForArrivals(1)
        try await open()
        time.advance(by: .seconds(30))
        gate.open()
        _ = await late.result
        #expect(await breaker.state == .open(for: .seconds(30)))
    }

    @Test("nor has it while a probe is under way", arguments: [true, false])
    func lateOutcomeDuringProbe(_ succeeds: Bool) async throws {
        let (gate, probeGate) = (Gate(), Gate())
        let breaker = breaker
        let late = Task {
            try await breaker.run {
                try await gate.wait()
                if !succeeds { throw Failure(attempt: 0) }
            }
        }
        try await gate.waitForArrivals(1)
        try await open()
        time.advance(by: .seconds(60))
        let probe = Task { try await breaker.run { try await probeGate.wait() } }
        try await probeGate.waitForArrivals(1)
        gate.open()
        _ = await late.result
        await #expect(throws: CircuitOpen(retryAfter: nil)) { try await breaker.run {} }
        probeGate.open()
        try await probe.value
        #expect(await breaker.state == .closed(failures: 0))
    }

    @Test("an error that is not the other side's fault shows that it answers")
    func harmlessError() async throws {
        let breaker = CircuitBreaker(time: time.source) { ($0 as? Failure)?.attempt != 0 }
        for _ in 0..<10 {
            await #expect(throws: Failure.self) { try await breaker.run { throw Failure(attempt: 0) } }
        }
        #expect(await breaker.state == .closed(failures: 0))
    }

    @Test("a clock that was set back does not keep it open")
    func clockSetBack() async throws {
        let now = Mutex(Instant(seconds: 1_000_000))
        let source = TimeSource(now: { now.withLock { $0 } }, sleep: { _ in })
        let breaker = CircuitBreaker(failureThreshold: 1, time: source)
        await #expect(throws: Failure.self) { try await breaker.run { throw Failure(attempt: 0) } }
        now.withLock { $0 = Instant(seconds: 0) }
        #expect(await breaker.state == .halfOpen)
    }

    @Test("whoever observes it hears of each change and each refusal, in order")
    func observed() async throws {
        let events = Mutex<[CircuitBreakerEvent]>([])
        let breaker = CircuitBreaker(
            failureThreshold: 2, time: time.source,
            observe: { event in
                events.withLock { $0.append(event) }
            })
        func fails() async {
            await #expect(throws: Failure.self) { try await breaker.run { throw Failure(attempt: 0) } }
        }
        await fails()
        #expect(events.withLock { $0 }.isEmpty)
        await fails()
        await #expect(throws: CircuitOpen.self) { try await breaker.run {} }
        time.advance(by: .seconds(60))
        await fails()
        time.advance(by: .seconds(60))
        try await breaker.run {}
        #expect(events.withLock { $0 } == [.opened, .refused, .probed, .opened, .probed, .closed])
    }

    @Test("each state has its word")
    func names() {
        let states: [CircuitBreakerState] = [.closed(failures: 1), .open(for: .seconds(1)), .halfOpen]
        #expect(states.map(\.name) == CircuitBreakerState.names)
        #expect(CircuitBreakerState.names == ["closed", "open", "half_open"])
    }
}
