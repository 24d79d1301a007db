import GRPCCore
import SharedContracts
import SharedTesting
import Testing

@testable import HistoryService

/// Every sheet of the ECB's file: several times what may be on its way unread, 1 MiB (RPCServer's window).
@Suite("Streams of history over a real connection", .timeLimit(.minutes(2)))
struct ServedStreamsTests {
    @Test("a reader that stops in the middle is waited for, holds nobody else up, and then gets the rest")
    func slow() async throws {
        let everything = sheetsRequest(try hundredRanges())
        try await ServedHistory.serving { history in
            let days = try await history.client.sheets(everything) { response in
                var days: [Int32] = []
                for try await batch in response.messages {
                    if days.isEmpty {
                        // Answered while the other stream stands still.
                        let points = try await history.client.series(ServedHistory.series()) { response in
                            try await response.messages.reduce(0) { $0 + $1.days.count }
                        }
                        #expect(points == ECBLines.days.count)
                        #expect(await history.ended("Series", "OK") == 1)
                        #expect(await history.ended("Sheets", "OK") == 0)
                    }
                    days += batch.sheets.map(\.day)
                }
                return days
            }
            #expect(days == ECBLines.days)
            try await eventually("the stream is not counted") { await history.ended("Sheets", "OK") == 1 }
        }
    }

    @Test("what a reader leaves is given up by the server, which goes on answering")
    func left() async throws {
        let everything = sheetsRequest(try hundredRanges())
        try await ServedHistory.serving { history in
            let first = try await history.client.sheets(everything) { response in
                for try await batch in response.messages { return batch.sheets.count }
                return 0
            }
            #expect(first == RateHistoryService.sheetsPerBatch)
            try await eventually("the server does not give up") { await history.ended("Sheets", "CANCELLED") == 1 }
            let points = try await history.client.series(ServedHistory.series()) { response in
                try await response.messages.reduce(0) { $0 + $1.days.count }
            }
            #expect(points == ECBLines.days.count)
        }
    }

    @Test("a stream that is not read in time ends at its deadline, on both sides")
    func late() async throws {
        let everything = sheetsRequest(try hundredRanges())
        try await ServedHistory.serving { history in
            // So that the time is not spent on connecting.
            _ = try await history.client.coverage(HistoryV1CoverageRequest())
            var options = CallOptions.defaults
            options.timeout = .milliseconds(500)
            let never = Gate()
            let error = await #expect(throws: RPCError.self) {
                try await history.client.sheets(everything, options: options) { response in
                    for try await _ in response.messages { try await never.wait() }
                }
            }
            #expect(error?.code == .deadlineExceeded)
            try await eventually("the server does not give up") {
                await history.ended("Sheets", "DEADLINE_EXCEEDED") == 1
            }
        }
    }
}
