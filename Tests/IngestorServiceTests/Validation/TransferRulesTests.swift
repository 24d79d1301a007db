import SharedDomain
import Testing

@testable import IngestorService

@Suite("Judging transfer prices")
struct TransferRulesTests {
    private let judge: SheetJudge

    init() throws {
        judge = SheetJudge(
            figures: FigureRules(newestDay: try .of("2026-10-31")), jumps: JumpRule(maximumPercent: 20))
    }

    @Test("they are kept with the rate, exact")
    func kept() throws {
        let verdict = try verdict("1321.940", "1348.65")
        #expect(verdict.refusals.isEmpty)
        let transfer = try #require(verdict.quotes.first?.transfer)
        #expect("\(transfer.buying) \(transfer.selling)" == "1321.940 1348.65")
    }

    @Test(
        "what cannot be is refused with its reason, and the rate stays",
        arguments: [
            ("1348.65", "1321.94"), ("1336", "1348.65"), ("1321.94", "1335"), ("-1", "1348.65"), ("1.3e3", "1348.65"),
            ("1321.94", "1234567890123456789"), ("1,33.5", "1348.65"),
        ])
    func refused(buying: String, selling: String) throws {
        let verdict = try verdict(buying, selling)
        #expect(verdict.quotes.map(\.price.description) == ["1335.3"])
        #expect(verdict.quotes.allSatisfy { $0.transfer == nil })
        #expect(verdict.refusals.map(\.rule) == [.transferPrices])
        #expect(verdict.refusals.map(\.subject) == ["USD"])
        #expect(verdict.refusals.map(\.value) == ["\(buying) / \(selling)"])
        #expect(verdict.refusals.allSatisfy { $0.reason.hasPrefix("no transfer prices: ") })
    }

    @Test("a rate without room around it may be both prices")
    func equal() throws {
        #expect(try verdict("1335.3", "1335.30").quotes.first?.transfer != nil)
    }

    @Test("a change in them alone does not make an accepted jump doubtful again")
    func acceptedJump() throws {
        var recent = RecentQuotes()
        recent.add([try quote("1000")])
        let before = try #require(verdict("1300", "1348.65").quotes.first)
        let changed = try judge.verdict(
            on: sheet("1321.94", "1348.65"), held: [.usd: before], recent: recent, next: nil)
        #expect(changed.refusals.isEmpty)
        #expect(changed.quotes.first?.transfer?.buying.description == "1321.94")
        let new = try judge.verdict(on: sheet("1321.94", "1348.65"), held: [:], recent: recent, next: nil)
        #expect(new.refusals.map(\.rule) == [.jump])
    }

    @Test("a change in them alone is a correction, the same again a duplicate")
    func correction() async throws {
        try await withRig(sources: []) { rig in
            var counts: [Counts] = []
            for buying in ["1321.94", "1321.940", "1321.95"] {
                counts.append(try await rig.take(sheet(buying, "1348.65"), from: .kexim).counts)
            }
            #expect(counts == [Counts(accepted: 1), Counts(duplicate: 1), Counts(corrected: 1)])
            let last = try await rig.sheets().last
            #expect(last?.quotes.first?.transfer?.buying.description == "1321.95")
        }
    }

    private func verdict(_ buying: String, _ selling: String) throws -> SheetJudge.Verdict {
        try judge.verdict(on: sheet(buying, selling), held: [:], recent: RecentQuotes(), next: nil)
    }

    private func quote(_ price: String) throws -> Quote {
        try Quote(currency: .usd, price: ExactDecimal(price).required("a price"), direction: .inPivot)
    }

    private func sheet(_ buying: String, _ selling: String) throws -> PublishedSheet {
        PublishedSheet(
            day: try .of("2026-10-30"), pivot: .krw,
            quotes: [
                PublishedQuote(
                    currency: "USD", price: "1335.3", direction: .inPivot,
                    transfer: PublishedTransfer(buying: buying, selling: selling))
            ])
    }
}
