import SharedDomain
import Testing

@testable import IngestorService

/// The figures are the ECB's; percentages by Python: abs(new - old) * 100 / old.
@Suite("Jumps")
struct JumpRuleTests {
    private let rule = JumpRule(maximumPercent: 20)

    @Test("up to the limit is believed, beyond it is not", arguments: [("1", "1.2"), ("5", "4"), ("0.7", "0.83")])
    func withinLimit(before: String, after: String) throws {
        #expect(rule.breach(try quote(after), after: try quote(before), before: nil) == nil)
    }

    @Test("the lira's 68 % of 2001-02-22 alone is refused, with both figures in the reason")
    func lira() throws {
        let breach = try #require(rule.breach(try quote("1050000"), after: try quote("624367"), before: nil))
        #expect(breach.rule == .jump)
        #expect(breach.reason.contains("1050000"))
        #expect(breach.reason.contains("68 %"))
        #expect(breach.reason.contains("624367"))
    }

    @Test("a fall counts as a rise does: the krona's 57 % down")
    func fall() throws {
        #expect(rule.breach(try quote("125.01"), after: try quote("290"), before: nil)?.rule == .jump)
    }

    @Test("the next publication confirms a jump when it agrees, and not when it goes back")
    func confirmation() throws {
        let (before, jumped) = (try quote("92.5673"), try quote("115.4842"))
        #expect(rule.breach(jumped, after: before, before: try quote("117.201")) == nil)
        #expect(rule.breach(jumped, after: before, before: try quote("95")) != nil)
    }

    @Test("a jump that goes half back was one, a slip that goes on elsewhere was not")
    func halfBack() throws {
        // The rouble in December 2014.
        #expect(rule.breach(try quote("91.52"), after: try quote("74.7717"), before: try quote("82.1728")) == nil)
        #expect(rule.breach(try quote("11.1"), after: try quote("1.11"), before: try quote("1.5")) != nil)
    }

    @Test("with nothing to compare with, or something quoted differently, there is no jump")
    func nothingToCompare() throws {
        #expect(rule.breach(try quote("5"), after: nil, before: nil) == nil)
        let hundred = try Quote(currency: .usd, price: price("1"), unit: 100, direction: .perPivot)
        let inverse = try Quote(currency: .usd, price: price("1"), direction: .inPivot)
        #expect(rule.breach(try quote("5"), after: hundred, before: nil) == nil)
        #expect(rule.breach(try quote("5"), after: inverse, before: nil) == nil)
    }

    @Test("a figure is recent for ten publications")
    func recent() throws {
        var recent = RecentQuotes()
        recent.add([try quote("1.1")])
        for _ in 0..<9 { recent.add([]) }
        #expect(recent[.usd]?.price.description == "1.1")
        recent.add([])
        #expect(recent[.usd] == nil)
    }

    private func price(_ text: String) throws -> ExactDecimal { try ExactDecimal(text).required("a price") }

    private func quote(_ text: String) throws -> Quote {
        try Quote(currency: .usd, price: price(text), direction: .perPivot)
    }
}
