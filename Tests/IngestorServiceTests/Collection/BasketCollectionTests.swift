import Foundation
import GRDB
import Logging
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedMessaging
import SharedTesting
import Testing

@testable import IngestorService

@Suite("Collecting the operator's baskets")
struct BasketCollectionTests {
    private static let header = "date,country,item,local_price,currency,source\n"
    private static let latte =
        header + """
            2026-10-01,KR,starbucks-latte,5000,KRW,example-survey
            2026-10-01,USA,starbucks-latte,4.950,USD,example-survey
            2026-10-01,EUZ,starbucks-latte,4.15,EUR,example-survey
            2026-09-01,KR,metro-ticket,1550,KRW,city-hall

            """

    @Test("each edition of the file is an event with its own source, and the same file again is nothing")
    func events() async throws {
        try await withFile(Self.latte) { rig, _ in
            let report = try await rig.collector.collect(.scheduler)
            #expect(report.summary == "baskets: accepted 2, duplicate 0, corrected 0, refused 0")
            #expect(
                try await rig.editions() == [
                    "metro-ticket 2026-09-01 city-hall: KR 1550 KRW",
                    "starbucks-latte 2026-10-01 example-survey: EUZ 4.15 EUR, KR 5000 KRW, US 4.950 USD",
                ])
            #expect(
                try await rig.keys() == [
                    "metro-ticket/city-hall/2026-09-01", "starbucks-latte/example-survey/2026-10-01",
                ])
            let again = try await rig.collector.collect(.scheduler)
            #expect(again.outcomes.map(\.counts) == [Counts()])
            #expect(again.outcomes.map(\.hasFailed) == [false])
            let archived = try #require(try await rig.store.newestPayload(of: .named("baskets")))
            #expect(archived.body == Array(Self.latte.utf8))
        }
    }

    @Test("who collects prices under any name, the log of the Big Mac keeps its own editions")
    func keys() async throws {
        let baskets = Self.header + "2026-01-01,KR,bigmac,5500,KRW,baskets\n"
        let directory = try TemporaryDirectory()
        let sources: [any Source] = [BigMacSource(id: try .named("bigmac")), try file(baskets, in: directory)]
        try await withRig(sources: sources, seed: .shipped) { rig in
            _ = try await rig.collector.collect(.single)
            let keys = try await rig.keys().filter { $0.hasSuffix("/2026-01-01") }
            #expect(keys == ["bigmac/2026-01-01", "bigmac/baskets/2026-01-01"])
        }
    }

    @Test("read again by the next process, it is a duplicate")
    func restart() async throws {
        let directory = try TemporaryDirectory()
        let source = try file(Self.latte, in: directory)
        for counts in [Counts(accepted: 2), Counts(duplicate: 2)] {
            let fresh = BasketSource(id: source.id, file: URL(filePath: directory.file("baskets.csv")))
            try await withRig(at: directory.file("ingestor.sqlite"), sources: [fresh]) { rig in
                let report = try await rig.collector.collect(.single)
                #expect(report.outcomes.map(\.counts) == [counts])
            }
        }
    }

    @Test("a changed price and a removed line are one correction each; an edition that is gone stays as it was")
    func corrections() async throws {
        try await withFile(Self.latte) { rig, write in
            _ = try await rig.collector.collect(.scheduler)
            try write(Self.latte.replacing("4.15", with: "4.25"))
            #expect(
                try await rig.collector.collect(.scheduler).outcomes.map(\.counts) == [
                    Counts(duplicate: 1, corrected: 1)
                ])
            try write(
                Self.latte.replacing("4.15", with: "4.25").replacing(
                    "2026-10-01,KR,starbucks-latte,5000,KRW,example-survey\n", with: ""))
            #expect(
                try await rig.collector.collect(.scheduler).outcomes.map(\.counts) == [
                    Counts(duplicate: 1, corrected: 1)
                ])
            try write(Self.header)
            #expect(try await rig.collector.collect(.scheduler).outcomes.map(\.counts) == [Counts()])
            #expect(
                try await rig.editions().suffix(2) == [
                    "starbucks-latte 2026-10-01 example-survey: EUZ 4.25 EUR, KR 5000 KRW, US 4.950 USD",
                    "starbucks-latte 2026-10-01 example-survey: EUZ 4.25 EUR, US 4.950 USD",
                ])
        }
    }

    @Test("a bad line is refused with its number and reason, the others are taken")
    func badLines() async throws {
        let text =
            Self.latte + """
                2026-10-01,JP,starbucks-latte,"4,90",JPY,example-survey
                2026-10-01,XX,starbucks-latte,1,USD,example-survey
                2027-10-01,KR,starbucks-latte,5000,KRW,example-survey
                2026-10-01,HR,starbucks-latte,30,HRK,example-survey
                2026-10-01,KOR,starbucks-latte,5100,KRW,example-survey
                soon,KR,starbucks-latte,5000,KRW,example-survey

                """
        try await withFile(text) { rig, _ in
            let report = try await rig.collector.collect(.scheduler)
            #expect(report.outcomes.map(\.counts) == [Counts(accepted: 2, refused: 6)])
            #expect(report.outcomes.map(\.failure) == [nil])
            let refusals = try await rig.store.refusals(of: .named("baskets"), limit: 10)
            #expect(
                Set(refusals.map { "\($0.subject) \($0.rule.rawValue)" }) == [
                    "line 6 (starbucks-latte JP) not-a-number", "line 7 (starbucks-latte XX) unknown-area",
                    "line 8 (starbucks-latte KR) future", "line 9 (starbucks-latte HR) currency-did-not-exist",
                    "line 10 (starbucks-latte KOR) quoted-twice", "line 11 malformed-line",
                ])
            // Five of them by name, and how many more.
            #expect(rig.logs.messages(at: .warning).count { $0.hasPrefix("refused line ") } == 5)
        }
    }

    @Test("a file that is no table is a failure until it is mended, and what is held stays")
    func brokenFile() async throws {
        try await withFile(Self.latte) { rig, write in
            _ = try await rig.collector.collect(.scheduler)
            try write("date;country;item\n")
            for _ in 0..<2 {
                let report = try await rig.collector.collect(.scheduler)
                let header = Self.header.dropLast()
                #expect(report.failures == "baskets: unreadable: line 1: the header is not \(header)")
            }
            #expect(try await rig.editions().count == 2)
            try write(Self.latte)
            #expect(try await rig.collector.collect(.scheduler).outcomes.map(\.failure) == [nil])
            #expect(rig.status.snapshot.lastError == nil)
        }
    }

    @Test("a file that is gone or became something else is a failure until it is back, and what is held stays")
    func lostFile() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("baskets.csv")
        let source = try file(Self.latte, in: directory)
        try await withRig(sources: [source]) { rig in
            _ = try await rig.collector.collect(.scheduler)
            try FileManager.default.removeItem(atPath: path)
            let file = "baskets: the file of BASKETS_FILE"
            #expect(try await rig.collector.collect(.scheduler).failures == "\(file) does not exist")
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
            let linked = try await rig.collector.collect(.scheduler)
            #expect(linked.failures == "\(file) is a symbolic link, which is not followed")
            try FileManager.default.removeItem(atPath: path)
            try Data(count: BasketSource.byteLimit + 1).write(to: URL(filePath: path))
            #expect(try await rig.collector.collect(.scheduler).failures == "\(file) is larger than 4194304 bytes")
            try Data(Self.latte.utf8).write(to: URL(filePath: path))
            #expect(try await rig.collector.collect(.scheduler).outcomes.map(\.failure) == [nil])
            #expect(try await rig.editions().count == 2)
        }
    }

    private func file(_ text: String, in directory: TemporaryDirectory) throws -> BasketSource {
        let file = URL(filePath: directory.file("baskets.csv"))
        try Data(text.utf8).write(to: file)
        return BasketSource(id: try .named("baskets"), file: file)
    }

    /// A collector over a file, and what writes it anew.
    private func withFile(
        _ text: String, _ body: (Rig, (String) throws -> Void) async throws -> Void
    ) async throws {
        let directory = try TemporaryDirectory()
        let source = try file(text, in: directory)
        try await withRig(sources: [source]) { rig in
            try await body(rig) { try Data($0.utf8).write(to: URL(filePath: directory.file("baskets.csv"))) }
        }
    }
}

extension Rig {
    /// Every price edition of the log, in order.
    fileprivate func editions() async throws -> [String] {
        try await events().compactMap { event in
            guard case .priceEdition(let edition) = try EventBody(try event.body.required("a body")) else { return nil }
            let prices = edition.prices.map { "\($0.area) \($0.localPrice) \($0.currency)" }
            return "\(edition.item) \(edition.day) \(edition.source): \(prices.joined(separator: ", "))"
        }
    }

    fileprivate func keys() async throws -> [String] {
        try await store.store.read { try String.fetchAll($0, sql: "SELECT key FROM outbox ORDER BY sequence") }
    }
}
