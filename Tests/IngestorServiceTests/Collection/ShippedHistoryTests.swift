import Foundation
import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import IngestorService

/// Oracle of every count here: Python's csv and decimal over the shipped files.
@Suite("The shipped history")
struct ShippedHistoryTests {
    @Test("the ECB file has 7,126 days, 41 currencies and 221,702 quotes")
    func wholeHistory() throws {
        let file = ShippedFile.seed("eurofxref-hist.csv", of: "days")
        let sheets = try ECBHistoryFile.sheets(in: file.read())
        #expect(sheets.count == 7126)
        #expect(Set(sheets.flatMap { $0.quotes.map(\.currency) }).count == 41)
        #expect(sheets.reduce(0) { $0 + $1.quotes.count } == 221_702)
        #expect(sheets.first.map { "\($0.day)" } == "2026-10-30")
        #expect(sheets.last.map { "\($0.day)" } == "1999-01-04")
        #expect(sheets.first?.quotes.first { $0.currency == "KRW" }?.price == "1491.76")
    }

    @Test("a first load without a network accepts all of it, oldest first, and a second one has nothing to do")
    func firstLoad() async throws {
        let sources: [any Source] = [
            ECBSource.unreachable(shipped: .seed("eurofxref-hist.csv", of: "days")),
            BigMacSource(id: try .named("bigmac")),
        ]
        try await withRig(sources: sources, seed: .shipped) { rig in
            let report = try await rig.collector.collect(.single)
            #expect(report.outcomes[0].counts == Counts(accepted: 7126))
            #expect(report.outcomes[1].counts == Counts(accepted: 43, refused: 11))
            #expect(!report.everySourceFailed)
            #expect(
                report.summary == """
                    ecb: accepted 7126, duplicate 0, corrected 0, refused 0 (in part: no connection to 127.0.0.1); \
                    bigmac: accepted 43, duplicate 0, corrected 0, refused 11
                    """)
            let sheets = try await rig.sheets()
            #expect(sheets.count == 7126)
            #expect(sheets.reduce(0) { $0 + $1.quotes.count } == 221_702)
            #expect(sheets.map(\.day) == sheets.map(\.day).sorted())
            let last = try #require(sheets.last)
            #expect("\(last.day)" == "2026-10-30")
            #expect(last.quote(for: .krw)?.price.description == "1491.76")
            #expect(rig.status.snapshot.coverage.days == 7126)
            #expect(rig.status.snapshot.coverage.newestDay == last.day)
            #expect(rig.status.snapshot.firstLoad == .done)
            #expect(rig.status.snapshot.shippedDays == 7126)

            let again = try await rig.collector.collect(.single)
            #expect(again.outcomes.map(\.counts) == [Counts(), Counts()])
            #expect(again.outcomes.map(\.hasFailed) == [true, false])
            #expect(try await rig.events().count == 7126 + 43)
        }
    }

    @Test(
        "the whole history from the ECB itself, with all its real jumps, gives the same sheets", .timeLimit(.minutes(5))
    )
    func sameFromTheSource() async throws {
        let file = ShippedFile.seed("eurofxref-hist.csv", of: "days")
        let days = try ECBHistoryFile.sheets(in: file.read()).map { sheet in
            ("\(sheet.day)", sheet.quotes.map { ($0.currency, $0.price) })
        }
        try await withScriptableUpstream { upstream in
            upstream.script("/eurofxref-hist.xml", .xml(ECBFixture.document(days)))
            let latest = days.prefix(1)
            upstream.script("/eurofxref-daily.xml", .xml(ECBFixture.document(Array(latest), quote: "'")))
            try await withRig(sources: [ECBSource.at(upstream, shipped: file)]) { rig in
                let report = try await rig.collector.collect(.single)
                #expect(report.outcomes[0].counts == Counts(accepted: 7126))
                #expect(try await rig.collector.collect(.single).outcomes[0].counts == Counts(duplicate: 1))
                #expect(upstream.requests.map(\.path) == ["/eurofxref-hist.xml", "/eurofxref-daily.xml"])
                // The same content as from the shipped file, to the last hash.
                let shipped = try await Self.hashOfShipped(file)
                #expect(try await rig.hashOfAccepted() == shipped)
            }
        }
    }

    private static func hashOfShipped(_ file: ShippedFile) async throws -> [Data] {
        try await withRig(sources: [ECBSource.unreachable(shipped: file)], seed: .shipped) { rig in
            _ = try await rig.collector.collect(.single)
            return try await rig.hashOfAccepted()
        }
    }
}

extension Rig {
    fileprivate func hashOfAccepted() async throws -> [Data] {
        try await store.store.read { db in
            try Data.fetchAll(db, sql: "SELECT content_hash FROM accepted_sheet ORDER BY source, day")
        }
    }
}
