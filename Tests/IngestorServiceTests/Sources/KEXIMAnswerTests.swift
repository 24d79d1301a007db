import SharedDomain
import SharedResilience
import Testing

@testable import IngestorService

@Suite("An answer of the Export-Import Bank of Korea")
struct KEXIMAnswerTests {
    @Test(
        "a rate has its unit, its own currency for the bank's code, and its digits without commas; the won is left out")
    func rates() throws {
        let quotes = try quotes(KEXIMFixture.friday)
        #expect(
            quotes == [
                quote("CNY", "196.57", 1, "194.6", "198.53"), quote("JPY", "876.39", 100, "867.62", "885.15"),
                quote("USD", "1335.3", 1, "1321.94", "1348.65"),
            ])
    }

    @Test(
        "where one transfer price is 0, empty or missing, there is none",
        arguments: [
            #""ttb":"0","tts":"1348.65""#, #""ttb":"1321.94","tts":"0.00""#, #""ttb":"","tts":"1348.65""#,
            #""tts":"1348.65""#, #""ttb":null,"tts":null"#, #""ttb":"0","tts":"0""#,
        ])
    func noTransfer(prices: String) throws {
        let quotes = try quotes(#"[{"result":1,"cur_unit":"USD","deal_bas_r":"1335.3",\#(prices)}]"#)
        #expect(quotes == [PublishedQuote(currency: "USD", price: "1335.3", direction: .inPivot)])
    }

    @Test(
        "thousands commas are taken out where they belong, and left where they make no number",
        arguments: [
            ("1,335.30", "1335.30"), ("1,234,567.8", "1234567.8"), ("999", "999"), ("1,33.5", "1,33.5"),
            (",335", ",335"), ("1,335,", "1,335,"), ("1335,300", "1335,300"), ("", ""), ("1.335,3", "1.335,3"),
        ])
    func commas(text: String, expected: String) throws {
        #expect(try quotes(KEXIMFixture.day(KEXIMFixture.row("USD", text))).map(\.price) == [expected])
    }

    @Test(
        "a unit is a number in brackets; anything else stays in the code, where it is no currency",
        arguments: [
            ("IDR(100)", "IDR", 100), ("USD", "USD", 1), ("JPY(0)", "JPY(0)", 1), ("JPY(x)", "JPY(x)", 1),
            ("JPY(100", "JPY(100", 1), ("(100)", "", 100),
        ])
    func units(text: String, currency: String, unit: Int) throws {
        let quote = try quotes(KEXIMFixture.day(KEXIMFixture.row(text, "876.39"))).first
        #expect(quote?.currency == currency)
        #expect(quote?.unit == unit)
    }

    @Test("a rate that is a JSON number keeps its digits")
    func numbers() throws {
        let quotes = try quotes(#"[{"result":"1","cur_unit":"USD","deal_bas_r":1335.123456789012345}]"#)
        #expect(quotes.map(\.price) == ["1335.123456789012345"])
    }

    @Test("an empty list is nothing published")
    func nothing() throws {
        guard case .nothing = try KEXIMAnswer(Array(" [ ] ".utf8)) else {
            Issue.record("an empty list was not taken for nothing")
            return
        }
    }

    @Test(
        "its codes other than 1 are refusals",
        arguments: [(2, KEXIMAnswer.Refusal.unknownData), (3, .invalidKey), (4, .limitReached)])
    func refusals(code: Int, expected: KEXIMAnswer.Refusal) throws {
        guard case .refused(let refusal) = try KEXIMAnswer(Array(KEXIMFixture.refusal(code).utf8)) else {
            Issue.record("\(code) was not taken for a refusal")
            return
        }
        #expect(refusal == expected)
        #expect(refusal.failure.advice == .giveUp)
    }

    @Test(
        "what is no list of rates is unreadable, never nothing",
        arguments: [
            "null", "", "   ", "{}", #"{"result":1}"#, "[null]", "[1]", "[{}]", #"[{"result":1}]"#,
            #"[{"result":1,"cur_unit":"USD"}]"#, #"[{"result":1,"deal_bas_r":"1"}]"#,
            #"[{"result":7,"cur_unit":"USD","deal_bas_r":"1"}]"#, #"[{"result":true}]"#, "[]]",
            "<html>점검 중</html>", #"[{"result":1,"cur_unit":"USD","deal_bas_r":"1335.3"}"#, "\u{FEFF}[]",
        ])
    func unreadable(text: String) {
        #expect(throws: UnreadablePayload.self) { try KEXIMAnswer(Array(text.utf8)) }
    }

    @Test("more rates than there are currencies are refused")
    func tooMany() {
        let rows = Array(repeating: KEXIMFixture.row("USD", "1335.3"), count: 301)
        #expect(throws: UnreadablePayload.self) { try KEXIMAnswer(Array("[\(rows.joined(separator: ","))]".utf8)) }
    }

    private func quotes(_ text: String) throws -> [PublishedQuote] {
        guard case .published(let quotes) = try KEXIMAnswer(Array(text.utf8)) else { return [] }
        return quotes
    }

    private func quote(
        _ currency: String, _ price: String, _ unit: Int, _ buying: String, _ selling: String
    ) -> PublishedQuote {
        PublishedQuote(
            currency: currency, price: price, unit: unit, direction: .inPivot,
            transfer: PublishedTransfer(buying: buying, selling: selling))
    }
}
