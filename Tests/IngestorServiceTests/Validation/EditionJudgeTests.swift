import SharedDomain
import Testing

@testable import IngestorService

@Suite("Judging an edition")
struct EditionJudgeTests {
    /// Oracle: Python over the shipped file. Eight prices are in VEF before it was introduced on 2008-01-01, three in TRY
    /// before 2005-01-01: old money under the code of the new.
    @Test("of the shipped file 1,937 prices are taken and 11 refused: Venezuela's VEF and TRY before there was either")
    func shippedFile() throws {
        let source = BigMacSource(id: try .named("bigmac"))
        let payload = try source.shippedFile.required("the shipped file").payload(at: Rig.fridayEvening)
        let judge = EditionJudge(figures: FigureRules(newestDay: try .of("2026-10-31")))
        let verdicts = try source.parse(payload).compactMap { publication -> EditionJudge.Verdict? in
            if case .edition(let edition) = publication { judge.verdict(on: edition) } else { nil }
        }
        #expect(verdicts.reduce(0) { $0 + $1.prices.count } == 1937)
        let refusals = verdicts.flatMap(\.refusals)
        #expect(refusals.count == 11)
        #expect(refusals.count { $0.rule == .currencyDidNotExist && $0.subject == "VEN" } == 8)
        #expect(refusals.count { $0.rule == .currencyDidNotExist && $0.subject == "TUR" } == 3)
    }

    @Test("a country is known by its alpha-3 or alpha-2 code, the euro area by EUZ, others are refused")
    func areas() throws {
        let prices = [
            ("KOR", "KRW"), ("EUZ", "EUR"), ("JP", "JPY"), ("XYZ", "USD"), ("kr", "KRW"), ("XX", "USD"), ("", "USD"),
        ].map {
            PublishedPrice(area: $0.0, currency: $0.1, localPrice: "5.5")
        }
        let verdict = try verdict(prices)
        #expect(verdict.prices.map(\.area.description) == ["EUZ", "JP", "KR"])
        #expect(verdict.refusals.map(\.rule) == Array(repeating: .unknownArea, count: 4))
    }

    @Test("a price is exact and positive, one for each area")
    func prices() throws {
        let prices = [("KOR", "5500.50"), ("KOR", "5600"), ("JPN", "0"), ("USA", "5,99")].map {
            PublishedPrice(area: $0.0, currency: "USD", localPrice: $0.1)
        }
        let verdict = try verdict(prices)
        #expect(verdict.prices.map(\.localPrice.description) == ["5500.50"])
        #expect(verdict.refusals.map(\.rule) == [.quotedTwice, .notPositive, .notANumber])
    }

    private func verdict(_ prices: [PublishedPrice]) throws -> EditionJudge.Verdict {
        let edition = PublishedEdition(item: "bigmac", day: try .of("2026-01-01"), prices: prices)
        return EditionJudge(figures: FigureRules(newestDay: try .of("2026-10-31"))).verdict(on: edition)
    }
}
