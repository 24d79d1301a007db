import Foundation
import SharedDomain
import SharedMessaging
import SharedTesting
import Testing

@testable import IngestorService

/// Oracle of every count here: Python's csv and decimal over the shipped files.
@Suite("The shipped history")
struct ShippedHistoryTests {
    @Test("the ECB file has 7,126 days, 41 currencies and 221,702 quotes")
    func wholeHistory() throws {
        let payload = try ShippedFile.seed("eurofxref-hist.csv").payload(at: Rig.fridayEvening)
        let sheets = try ECBHistoryFile.sheets(in: payload.body)
        #expect(sheets.count == 7126)
        #expect(Set(sheets.flatMap { $0.quotes.map(\.currency) }).count == 41)
        #expect(sheets.reduce(0) { $0 + $1.quotes.count } == 221_702)
        #expect(sheets.first?.day == (try Day.of("2026-10-30")))
        #expect(sheets.last?.day == (try Day.of("1999-01-04")))
        #expect(sheets.first?.quotes.first { $0.currency == "KRW" }?.price == "1491.76")
    }

    @Test("a first load accepts all of it, oldest first, and refuses nothing")
    func firstLoad() async throws {
        let source = ECBSource.unreachable
        try await withRig(sources: [source], seed: .shipped) { rig in
            let report = try await rig.collector.collect(.single)
            #expect(report.outcomes[0].counts == Counts(accepted: 7126))
            let sheets = try await rig.sheets()
            #expect(sheets.count == 7126)
            #expect(sheets.reduce(0) { $0 + $1.quotes.count } == 221_702)
            #expect(sheets.map(\.day) == sheets.map(\.day).sorted())
            let last = try #require(sheets.last)
            #expect("\(last.day)" == "2026-10-30")
            #expect("\(last.publishedAt)" == "2026-10-30T15:00:00Z")
            #expect(last.quote(for: .krw)?.price.description == "1491.76")
            #expect(rig.status.snapshot.coverage.days == 7126)
            #expect(rig.status.snapshot.firstLoad == .done)
        }
    }
}

extension ECBSource {
    /// The shipped file is there, the network is not.
    static var unreachable: ECBSource {
        let endpoint = SourceEndpoint(base: "http://127.0.0.1:1", timeout: .seconds(5))
        let tools = FetchTools(time: .impatient, logger: RecordedLogs().logger)
        return ECBSource(fetcher: HTTPFetcher(source: .ecb, endpoint: endpoint, tools: tools))
    }
}

extension TimeSource {
    /// Pauses between attempts pass at once; deadlines of seconds are waited for.
    static var impatient: TimeSource {
        TimeSource(now: { Rig.fridayEvening }, sleep: { _ in try Task.checkCancellation() })
    }
}
