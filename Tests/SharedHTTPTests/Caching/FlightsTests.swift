import SharedDomain
import SharedTesting
import Synchronization
import Testing

@testable import SharedHTTP

@Suite("Equal questions at the same time")
struct FlightsTests {
    @Test("one works the answer out, the others wait for it", .timeLimit(.minutes(1)))
    func shared() async throws {
        let gate = Gate()
        let calls = Mutex(0)
        let version = AnswerVersion(tag: "1", asOf: HandMovedTime.defaultStart, freshUntil: nil)
        let route = Route(
            .get, "/slow", summary: "Slow.", caching: .versioned { _ in version },
            handler: { _ in
                calls.withLock { $0 += 1 }
                try await gate.wait()
                return EdgeReply.raw(1)
            })
        let test = try TestEdge([route])
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<8 { group.addTask { try await test.ask("/slow").text } }
            try await gate.waitForArrivals(1)
            gate.open()
            for try await text in group { #expect(text == "1") }
        }
        #expect(calls.withLock { $0 } == 1)
    }

    @Test("followers are woken when the leader lands, and the next is a leader again", .timeLimit(.minutes(1)))
    func roles() async throws {
        let flights = Flights()
        #expect(try await flights.board("a") == .leader)
        #expect(try await flights.board("b") == .leader)
        async let follower = flights.board("a")
        async let other = flights.board("a")
        try await flights.waitForFollowers(2, of: "a")
        flights.land("a")
        let roles = try await [follower, other]
        #expect(roles == [.follower, .follower])
        #expect(try await flights.board("a") == .leader)
    }

    @Test("a follower that is cancelled stops waiting and leaves the others alone", .timeLimit(.minutes(1)))
    func cancelled() async throws {
        let flights = Flights()
        _ = try await flights.board("a")
        try await withThrowingTaskGroup(of: Flights.Role.self) { group in
            group.addTask { try await flights.board("a") }
            try await flights.waitForFollowers(1, of: "a")
            group.cancelAll()
            await #expect(throws: CancellationError.self) { try await group.next() }
        }
        #expect(flights.followerCount("a") == 0)
        flights.land("a")
    }
}

extension Flights {
    fileprivate func waitForFollowers(_ count: Int, of key: String) async throws {
        while followerCount(key) < count {
            try Task.checkCancellation()
            await Task.yield()
        }
    }
}
