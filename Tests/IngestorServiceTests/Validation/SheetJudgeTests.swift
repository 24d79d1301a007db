import SharedDomain
import Testing

@testable import IngestorService

@Suite("Judging a sheet")
struct SheetJudgeTests {
    private let day: Day
    private let judge: SheetJudge

    init() throws {
        day = try .of("2026-10-30")
        judge = SheetJudge(
            figures: FigureRules(newestDay: try .of("2026-10-31")), jumps: JumpRule(maximumPercent: 20))
    }

    @Test("what breaks a rule is refused with its reason, the rest goes on, in order of currency")
    func restGoesOn() {
        let verdict = verdict(("USD", "1.1172"), ("XXQ", "5"), ("JPY", "oops"), ("HRK", "7.5"), ("CHF", "0.9194"))
        #expect(verdict.quotes.map { "\($0.currency) \($0.price)" } == ["CHF 0.9194", "USD 1.1172"])
        #expect(verdict.refusals.map(\.rule) == [.unknownCurrency, .notANumber, .currencyDidNotExist])
        #expect(verdict.refusals.map(\.subject) == ["XXQ", "JPY", "HRK"])
        #expect(verdict.refusals.map(\.value) == ["5", "oops", "7.5"])
        #expect(verdict.refusals.allSatisfy { $0.day == day && !$0.reason.isEmpty })
    }

    @Test("a sheet from the future is refused whole, and freezes nothing")
    func future() throws {
        let sheet = PublishedSheet(day: try .of("2027-10-30"), pivot: .eur, quotes: published(("USD", "1.1")))
        let verdict = judge.verdict(on: sheet, held: [:], recent: RecentQuotes(), next: nil)
        #expect(verdict.quotes.isEmpty)
        #expect(verdict.refusals.map(\.rule) == [.future])
    }

    @Test("a currency given twice is taken once, and refused where the two differ")
    func twice() {
        #expect(verdict(("USD", "1.1"), ("USD", "1.10")).refusals.isEmpty)
        let verdict = verdict(("USD", "1.1"), ("USD", "1.2"))
        #expect(verdict.quotes.map(\.price.description) == ["1.1"])
        #expect(verdict.refusals.map(\.rule) == [.quotedTwice])
    }

    @Test("the pivot against itself is refused")
    func pivot() {
        #expect(verdict(("EUR", "1")).refusals.map(\.rule) == [.quoteOfPivot])
    }

    @Test("a jump is refused, and what was held for the day stays in its place")
    func heldStays() throws {
        var recent = RecentQuotes()
        let before = try quote("1.11")
        recent.add([before])
        let held = try quote("1.12")
        let sheet = PublishedSheet(day: day, pivot: .eur, quotes: published(("USD", "11.2")))
        let verdict = judge.verdict(on: sheet, held: [.usd: held], recent: recent, next: nil)
        #expect(verdict.quotes == [held])
        #expect(verdict.refusals.map(\.rule) == [.jump])
        #expect(judge.verdict(on: sheet, held: [:], recent: recent, next: nil).quotes.isEmpty)
    }

    @Test("a jump that was accepted for the day before is not doubted again")
    func acceptedJump() throws {
        var recent = RecentQuotes()
        recent.add([try quote("1.11")])
        let sheet = PublishedSheet(day: day, pivot: .eur, quotes: published(("USD", "11.2")))
        let verdict = judge.verdict(on: sheet, held: [.usd: try quote("11.20")], recent: recent, next: nil)
        #expect(verdict.refusals.isEmpty)
    }

    @Test("a published record is taken with its jumps")
    func record() throws {
        var recent = RecentQuotes()
        recent.add([try quote("1.11")])
        let sheet = PublishedSheet(day: day, pivot: .eur, quotes: published(("USD", "11.2")))
        let verdict = SheetJudge(figures: judge.figures, jumps: nil)
            .verdict(on: sheet, held: [:], recent: recent, next: nil)
        #expect(verdict.quotes.count == 1)
    }

    @Test("what is repeated of a source's text is short and printable")
    func quotation() {
        let verdict = verdict((String(repeating: "Z", count: 1000), "1\u{0}2"))
        #expect(verdict.refusals.count == 1)
        #expect(verdict.refusals.allSatisfy { $0.subject.count < 70 && !$0.value.contains("\u{0}") })
    }

    private func verdict(_ rates: (String, String)...) -> SheetJudge.Verdict {
        let quotes = rates.map { PublishedQuote(currency: $0, price: $1, direction: .perPivot) }
        return judge.verdict(
            on: PublishedSheet(day: day, pivot: .eur, quotes: quotes), held: [:], recent: RecentQuotes(), next: nil)
    }

    private func published(_ rates: (String, String)...) -> [PublishedQuote] {
        rates.map { PublishedQuote(currency: $0, price: $1, direction: .perPivot) }
    }

    private func quote(_ text: String) throws -> Quote {
        try Quote(currency: .usd, price: ExactDecimal(text).required("a price"), direction: .perPivot)
    }
}
