import Foundation
import HTTPTypes
import NIOCore
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The stream of rates over HTTP", .timeLimit(.minutes(1)))
struct StreamRouteTests {
    private static let nextDay = ["USD": "1.2", "JPY": "150", "KRW": "1500"]

    @Test("it begins with the document of the latest rates, and goes on with each rate that changes")
    func snapshotThenChanges() async throws {
        try await withStreamBench { test in
            let latest = try await test.bench.ask("/api/v1/currencies/latest?symbols=USD,JPY")
            let read = try await test.listen("?symbols=USD,JPY", until: ["snapshot": 1, "rate": 4]) {
                try await test.bench.receive([ecbSheet("2026-10-29", Self.nextDay)])
                try await test.bench.receive([ecbSheet("2026-10-30", ["USD": "1", "JPY": "125", "KRW": "1500"])])
            }
            #expect(read.retry == 3000)
            #expect(read.events.map(\.name) == ["snapshot", "rate", "rate", "rate", "rate"])
            let data = try JSONSerialization.jsonObject(with: Data(read.events[0].data.utf8)) as? NSDictionary
            #expect(try data == latest.member("data") as NSDictionary)
            let changes = Array(read.events.dropFirst())
            #expect(try changes.map { try $0.member("currency") } == ["JPY", "USD", "JPY", "USD"])
            // 1500 ÷ 150, 1500 ÷ 1.2, 1500 ÷ 125 and 1500 ÷ 1.
            #expect(try changes.map { try $0.member("rate") } == [10.0, 1250.0, 12.0, 1500.0])
            #expect(
                try changes.map { try $0.member("observed_on") }
                    == ["2026-10-29", "2026-10-29", "2026-10-30", "2026-10-30"])
            #expect(try changes.allSatisfy { try $0.member("base") == "KRW" && $0.member("source") == "ecb" })
            #expect(try changes[0].member("legs", [Any].self).count == 2)
            // Three states, each named where it was complete.
            let ids = read.events.map(\.lastEventID)
            #expect(ids[0] == ids[1])
            #expect(ids[2] == ids[3])
            #expect(Set(ids).count == 3)
        }
    }

    @Test("only those asked for are told, in the money, the digits and the form asked for")
    func filter() async throws {
        try await withStreamBench { test in
            let read = try await test.listen(
                "?symbols=USD&base=JPY&precision=4&numbers=string", until: ["snapshot": 1, "rate": 1]
            ) {
                try await test.bench.receive([ecbSheet("2026-10-29", ["USD": "1.1", "JPY": "150", "KRW": "1501"])])
            }
            #expect(read.events.count == 2)
            #expect(try read.events[1].member("currency") == "USD")
            // 150 ÷ 1.1 is 136.3636…
            #expect(try read.events[1].member("rate") == "136.4")
        }
    }

    @Test("where nothing that was asked for has changed, only the identifier comes, and no event")
    func unconcerned() async throws {
        try await withStreamBench { test in
            let subscription = try await test.open(["CAD"]).subscription
            try await test.bench.receive([ecbSheet("2026-10-29", Self.nextDay)])
            guard case .step(let step) = try await subscription.next() else { throw TestFailure("no step") }
            let text = String(buffer: try step.text(for: subscription.question).bytes)
            #expect(text == "id: \(step.to.id)\n\n")
            let read = EventStreamReader(text)
            #expect(read.events.isEmpty)
            #expect(read.lastEventID == step.to.id)
        }
    }

    @Test("a currency that has no rate any more is withdrawn")
    func withdrawn() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-01", ["USD": "1.25", "JPY": "150", "KRW": "1500"]),
                ecbSheet("2026-10-15", ["USD": "1.25", "KRW": "1500"]),
            ])
            let test = try StreamBench(bench)
            let read = try await test.listen("?symbols=JPY", until: ["withdrawn": 1]) {
                try await bench.receive([ecbSheet("2026-10-16", ["USD": "1.25", "KRW": "1500"])])
            }
            #expect(read.events.map(\.name) == ["snapshot", "withdrawn"])
            #expect(read.events[1].data == #"{"base":"KRW","currency":"JPY"}"#)
            #expect(read.events[1].lastEventID == read.lastEventID)
            #expect(read.lastEventID != read.events[0].lastEventID)
        }
    }

    @Test("a rate that goes stale is told with the next heartbeat, though nothing came in")
    func stale() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", ["USD": "1.25", "KRW": "1500"])])
            let test = try StreamBench(bench)
            let read = try await test.listen("?symbols=USD", until: ["snapshot": 1, "rate": 1]) {
                // Monday's rates are due at 15:00 UTC, with a grace of six hours.
                bench.time.advance(to: try #require(Instant("2026-11-02T20:59:59Z")))
                test.stream.beat()
                try await eventually("a heartbeat") { test.sent("heartbeat") == 1 }
                #expect(test.sent("rate") == 0)
                bench.time.advance(by: .seconds(1))
                test.stream.beat()
            }
            #expect(read.events.map(\.name) == ["snapshot", "rate"])
            #expect(try read.events[0].member("stale") == false)
            #expect(try read.events[1].member("stale") == true)
            #expect(try read.events[1].member("rate", Double.self) == 1200)
        }
    }

    @Test("everyone gets a heartbeat every 15 seconds, from one timer")
    func heartbeats() async throws {
        try await withStreamBench { test in
            let service = Task { try await RateStreamService(stream: test.stream).run() }
            defer { service.cancel() }
            let read = try await test.listen(until: ["snapshot": 1, "heartbeat": 2]) {
                for beats in 1...2 {
                    try await test.bench.time.waitForSleepers(1)
                    test.bench.time.advance(by: .milliseconds(14_999))
                    #expect(test.sent("heartbeat") == beats - 1)
                    test.bench.time.advance(by: .milliseconds(1))
                    try await eventually("a heartbeat") { test.sent("heartbeat") == beats }
                }
            }
            #expect(read.comments == ["heartbeat", "heartbeat"])
        }
    }

    @Test("when the service stops the streams end, and no other begins")
    func stop() async throws {
        try await withStreamBench { test in
            let service = Task { try await RateStreamService(stream: test.stream).run() }
            async let answer = test.ask()
            try await eventually("listening") { test.stream.subscriberCount == 1 }
            service.cancel()
            #expect(try await answer.status == 200)
            let refused = try await test.ask()
            #expect(refused.status == 503)
            #expect(try refused.code == "DATA_NOT_READY")
        }
    }

    @Test(
        "what is wrong is refused in the usual envelope before any stream",
        arguments: [
            ("?symbols=XYZ", 400, "INVALID_CURRENCY_CODE"), ("?base=", 400, "INVALID_CURRENCY_CODE"),
            ("?base=RUB", 404, "NOT_FOUND"), ("?precision=3", 400, "INVALID_PARAMETER"),
            ("?numbers=float", 400, "INVALID_PARAMETER"), ("?colour=red", 400, "INVALID_PARAMETER"),
        ])
    func refused(query: String, status: Int, code: String) async throws {
        try await withStreamBench { test in
            let answer = try await test.ask(query)
            #expect(answer.status == status)
            #expect(try answer.code == code)
            #expect(test.stream.subscriberCount == 0)
        }
    }

    @Test("a name of a state that is too long is refused")
    func longID() async throws {
        try await withStreamBench { test in
            let name = try #require(HTTPField.Name("Last-Event-ID"))
            let answer = try await test.ask(headers: [name: String(repeating: "a", count: 129)])
            #expect(answer.status == 400)
            #expect(try answer.code == "INVALID_PARAMETER")
        }
    }

    @Test("without rates there is nothing to begin with")
    func empty() async throws {
        try await withBench { bench in
            let answer = try await StreamBench(bench).ask()
            #expect(answer.status == 503)
            #expect(try answer.code == "DATA_NOT_READY")
        }
    }

    @Test("more than may be are told to come back later")
    func full() async throws {
        try await withStreamBench(maximumSubscribers: 1) { test in
            let first = try await test.open().subscription
            let answer = try await test.ask()
            #expect(answer.status == 503)
            #expect(answer.headers[.retryAfter] != nil)
            #expect(try answer.code == "DATA_NOT_READY")
            first.end()
            #expect(try await test.ask("", .head).status == 200)
        }
    }

    @Test("HEAD tells the headers and listens to nothing")
    func head() async throws {
        try await withStreamBench { test in
            let answer = try await test.ask("", .head)
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "text/event-stream")
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.text.isEmpty)
            // It ends when the last who holds the answer lets go of it, which may be another thread.
            try await eventually("nobody listens") { test.stream.subscriberCount == 0 }
        }
    }

    @Test("the example is how a stream begins")
    func example() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            bench.time.advance(to: try #require(Instant("2026-10-31T03:34:56Z")))
            let test = try StreamBench(bench)
            let example = StreamExamples.dollar
            let query = example.target.drop { $0 != "?" }
            let text = try await test.text(String(query), until: ["snapshot": 1])
            #expect(text == example.answer)
        }
    }
}
