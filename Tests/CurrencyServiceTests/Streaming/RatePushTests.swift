import HummingbirdTesting
import NIOCore
import SharedDomain
import SharedHTTP
import SharedTelemetry
import SharedTesting
import Synchronization
import Testing

@testable import CurrencyService

@Suite("Rates that are pushed", .timeLimit(.minutes(1)))
struct RatePushTests {
    /// Rates of another state each, of one day.
    private static func sheet(_ number: Int) throws -> Sheet {
        try ecbSheet(
            "2026-10-29", ["USD": "1.\(1000 + number)", "KRW": "1500"],
            recordedAt: ECBFile.recordedAt.advanced(by: .seconds(number)))
    }

    @Test("over real connections everyone gets every state once and in order, and the figures go back")
    func everyone() async throws {
        try await withStreamBench { test in
            let (clients, states) = (40, 20)
            let server = Task { try await test.edge.run() }
            let port = try await test.edge.boundPort
            let read = try await withThrowingTaskGroup(of: EventStreamReader.self) { group in
                for _ in 0..<clients {
                    group.addTask {
                        try await TestClient.withClient(host: "127.0.0.1", port: port) { client in
                            let response = try await client.execute(.hosted("\(StreamBench.path)?symbols=USD"))
                            return EventStreamReader(response.body.map { String(buffer: $0) } ?? "")
                        }
                    }
                }
                try await eventually("all listen") { test.sent("snapshot") == clients }
                for number in 1...states { try await test.bench.receive([Self.sheet(number)]) }
                test.stream.beat()
                try await eventually("all were told") {
                    test.sent("rate") == clients * states && test.sent("heartbeat") == clients
                }
                test.stream.close()
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for reader in read {
                #expect(reader.events.map(\.name) == ["snapshot"] + Array(repeating: "rate", count: states))
                #expect(reader.events.map(\.lastEventID) == read[0].events.map(\.lastEventID))
                #expect(Set(reader.events.map(\.lastEventID)).count == states + 1)
                #expect(reader.comments == ["heartbeat"])
            }
            let open = test.bench.metrics.gauge(
                "currency_stream_subscribers", "Streams of rates that are open.", labels: ["transport"])
            try await eventually("ended") { open.with("http").value == 0 }
            #expect(test.stream.subscriberCount == 0)
            server.cancel()
            _ = await server.result
        }
    }

    @Test("it is called once after it had nothing, however much comes, and again only when it has had nothing again")
    func calls() async throws {
        try await withStreamBench { test in
            let calls = Mutex(0)
            let push = RatePush(subscription: try await test.open().subscription, figures: test.stream.figures)
            push.begin(onReady: { calls.withLock { $0 += 1 } }, onCutOff: { Issue.record("cut off") })
            for number in 1...6 {
                guard case .nothing = try push.take() else { throw TestFailure("something") }
                try await test.bench.receive([Self.sheet(2 * number)])
                try await test.bench.receive([Self.sheet(2 * number + 1)])
                #expect(calls.withLock { $0 } == number)
                for _ in 0..<2 {
                    guard case .bytes = try push.take() else { throw TestFailure("nothing") }
                }
            }
            guard case .nothing = try push.take() else { throw TestFailure("something") }
            test.stream.close()
            #expect(calls.withLock { $0 } == 7)
            guard case .ended = try push.take() else { throw TestFailure("goes on") }
        }
    }

    @Test("a client that takes nothing is cut off once, and gets nothing more")
    func fallenBehind() async throws {
        try await withStreamBench(statesKept: 4) { test in
            let cuts = Mutex(0)
            let push = RatePush(subscription: try await test.open().subscription, figures: test.stream.figures)
            push.begin(onReady: {}, onCutOff: { cuts.withLock { $0 += 1 } })
            for number in 1...4 { try await test.bench.receive([Self.sheet(number)]) }
            #expect(cuts.withLock { $0 } == 0)
            for number in 5...9 { try await test.bench.receive([Self.sheet(number)]) }
            #expect(cuts.withLock { $0 } == 1)
            #expect(test.stream.figures.dropped.value == 1)
            guard case .nothing = try push.take() else { throw TestFailure("something") }
            push.end()
            #expect(test.stream.subscriberCount == 0)
        }
    }
}
