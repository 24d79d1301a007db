import Testing

@testable import SharedDomain

@Suite("The table of currencies")
struct CurrencyTests {
    @Test("every line is read, in order, and none twice")
    func everyLine() {
        let lines = CurrencyTable.lines.split(separator: "\n")
        for line in lines {
            #expect(Currency(line: line) != nil, "\(line)")
        }
        #expect(Currency.all.count == lines.count)
        #expect(zip(Currency.all, Currency.all.dropFirst()).allSatisfy { $0.code < $1.code })
    }

    @Test("the currencies in use are those of ISO 4217 list one, with its numbers and minor units")
    func listOne() throws {
        let list = fields(of: ISO4217List.lines)
        for line in list {
            let entry = try #require(Currency.named(currency(line[0])), "\(line[0])")
            #expect(entry.numeric == line[1] && "\(entry.minorUnits)" == line[2], "\(line[0])")
        }
        let inUse = Currency.all.filter { $0.withdrawn == nil }.map(\.code.description)
        #expect(Set(inUse) == Set(list.map { String($0[0]) }))
    }

    @Test("every currency exists on each day the ECB quoted it")
    func quotedWhileExisting() throws {
        let quoted = fields(of: ECBCurrencies.lines)
        #expect(quoted.count == 41)
        for line in quoted {
            let entry = try #require(Currency.named(currency(line[0])), "\(line[0])")
            #expect(try entry.exists(on: day(line[1])) && entry.exists(on: day(line[2])), "\(line[0])")
        }
    }

    @Test(
        "a currency exists from its first day to its last",
        arguments: [
            // The changeovers: EU Council regulations, the Turkish law 5083, the Romanian law 348/2004.
            ("TRL", "2004-12-31", true), ("TRL", "2005-01-01", false),
            ("TRY", "2004-12-31", false), ("TRY", "2005-01-01", true),
            ("ROL", "2005-06-30", true), ("ROL", "2005-07-01", false),
            ("RON", "2005-06-30", false), ("RON", "2005-07-01", true),
            ("BGN", "2025-12-31", true), ("BGN", "2026-01-01", false),
            ("HRK", "2022-12-31", true), ("HRK", "2023-01-01", false),
            ("LTL", "2014-12-31", true), ("LTL", "2015-01-01", false),
            ("LVL", "2014-01-01", false), ("EEK", "2011-01-01", false), ("SKK", "2009-01-01", false),
            ("CYP", "2008-01-01", false), ("MTL", "2008-01-01", false), ("SIT", "2007-01-01", false),
            ("VEF", "2018-08-19", true), ("VEF", "2018-08-20", false), ("VES", "2018-08-20", true),
            ("EUR", "1998-12-31", false), ("EUR", "1999-01-01", true),
            ("KRW", "1999-01-04", true), ("KRW", "2026-10-30", true),
        ])
    func existence(code: String, text: String, exists: Bool) throws {
        #expect(try #require(Currency.named(currency(code))).exists(on: day(text)) == exists)
    }

    @Test("Korean banks quote yen, rupiah and dong by the hundred, all else by one")
    func quotationUnits() {
        #expect(Currency.all.filter { $0.quotationUnit == 100 }.map(\.code.description) == ["IDR", "JPY", "VND"])
        #expect(Currency.all.allSatisfy { [1, 100].contains($0.quotationUnit) })
    }

    @Test("every currency has both names, different from all others', and a symbol")
    func names() {
        for currency in Currency.all {
            for name in [currency.nameKorean, currency.nameEnglish, currency.symbol] {
                #expect(!name.isEmpty && name.first?.isWhitespace == false && name.last?.isWhitespace == false)
            }
            #expect(currency.nameKorean.unicodeScalars.contains { ("가"..."힣").contains($0) }, "\(currency.code)")
        }
        #expect(Set(Currency.all.map(\.nameKorean)).count == Currency.all.count)
        #expect(Set(Currency.all.map(\.nameEnglish)).count == Currency.all.count)
    }

    @Test("names and symbols as people know them")
    func samples() throws {
        let won = try #require(Currency.named(.krw))
        #expect(won.name(in: .ko) == "대한민국 원" && won.name(in: .en) == "South Korean Won" && won.symbol == "₩")
        let yen = try #require(Currency.named(currency("JPY")))
        #expect(yen.name(in: .ko) == "일본 엔" && yen.name(in: .en) == "Japanese Yen" && yen.symbol == "¥")
        #expect(try #require(Currency.named(.usd)).symbol == "$")
    }

    @Test(
        "codes that are no currency's, funds and metals among them, name none",
        arguments: ["XXX", "XAU", "XTS", "CHE", "ZZZ"])
    func unknown(code: String) throws {
        #expect(try Currency.named(currency(code)) == nil)
    }
}
