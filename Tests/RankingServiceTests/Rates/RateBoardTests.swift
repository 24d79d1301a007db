import Logging
import SharedDomain
import SharedTesting
import Testing

@testable import RankingService

@Suite(.timeLimit(.minutes(1)))
struct RateBoardTests {
    private let source = ScriptedRates()
    private let time = HandMovedTime(at: Ranking.noon)
    private let logs = RecordedLogs()
    private let board: RateBoard

    init() {
        board = RateBoard(source: source, lifetime: .seconds(30), time: time.source, logger: logs.logger)
    }

    @Test("rates are kept for their lifetime")
    func lifetime() async {
        for _ in 0..<3 { #expect(await board.rates() == PostedRates(RateTable(ScriptedRates.october30), .current)) }
        #expect(source.calls == 1)
        time.advance(by: .milliseconds(29_999))
        _ = await board.rates()
        #expect(source.calls == 1)
        time.advance(by: .milliseconds(1))
        _ = await board.rates()
        #expect(source.calls == 2)
    }

    @Test("a hundred requests at once make one call")
    func singleFlight() async throws {
        let gate = Gate()
        source.hold(at: gate)
        let answers = try await withThrowingTaskGroup(of: PostedRates.self) { tasks in
            for _ in 0..<100 { tasks.addTask { await board.rates() } }
            try await gate.waitForArrivals(1)
            while board.waitingCount < 99 { await Task.yield() }
            gate.open()
            return try await tasks.reduce(into: Set<PostedRates>()) { $0.insert($1) }
        }
        #expect(answers == [PostedRates(RateTable(ScriptedRates.october30), .current)])
        #expect(source.calls == 1)
    }

    @Test("without an answer ever, there are none; when currency comes up, there are")
    func downAtFirst() async {
        source.fail()
        #expect(await board.rates() == .missing)
        #expect(logs.messages(at: .warning).count == 1)
        source.recover()
        time.advance(by: RateBoard.pauseAfterFailure)
        #expect(await board.rates() == PostedRates(RateTable(ScriptedRates.october30), .current))
    }

    @Test("when currency goes down, the last good rates stay, and say that they are outdated")
    func downLater() async throws {
        _ = await board.rates()
        source.fail()
        time.advance(by: .seconds(30))
        let posted = await board.rates()
        #expect(posted == PostedRates(RateTable(ScriptedRates.october30), .outdated))
        #expect(posted.isStale(try #require(posted[.usd])))
        source.recover()
        time.advance(by: RateBoard.pauseAfterFailure)
        let again = await board.rates()
        #expect(again.condition == .current)
        #expect(!again.isStale(try #require(again[.usd])))
        #expect(logs.lines.map(\.message) == ["currency gives no rates", "currency answers again"])
    }

    @Test("currency is left alone for a moment after it failed")
    func pause() async {
        source.fail()
        for _ in 0..<10 { _ = await board.rates() }
        #expect(source.calls == 1)
        time.advance(by: RateBoard.pauseAfterFailure)
        for _ in 0..<10 { _ = await board.rates() }
        #expect(source.calls == 2)
    }

    @Test("when the request that asks is given up, another one asks in its place")
    func askerLeaves() async throws {
        let gate = Gate()
        source.hold(at: gate)
        let asker = Task { await board.rates() }
        try await gate.waitForArrivals(1)
        async let follower = board.rates()
        while board.waitingCount < 1 { await Task.yield() }
        asker.cancel()
        #expect(await asker.value == .missing)
        try await gate.waitForArrivals(2)
        gate.open()
        #expect(await follower.condition == .current)
        #expect(source.calls == 2)
    }
}
