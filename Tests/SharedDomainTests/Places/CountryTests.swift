import Testing

@testable import SharedDomain

@Suite("The table of countries")
struct CountryTests {
    @Test("every line is read, in order, and none twice")
    func everyLine() {
        let lines = CountryTable.lines.split(separator: "\n")
        for line in lines {
            #expect(Country(line: line) != nil, "\(line)")
        }
        #expect(Country.all.count == lines.count)
        #expect(zip(Country.all, Country.all.dropFirst()).allSatisfy { $0.alpha2 < $1.alpha2 })
    }

    @Test("the countries are the 249 of ISO 3166-1, by both codes")
    func iso3166() throws {
        let list = fields(of: ISO3166List.lines)
        #expect(list.count == 249 && Country.all.count == 249)
        for line in list {
            let code = try #require(CountryCode(line[0]))
            #expect(Country.named(code)?.alpha3 == String(line[1]), "\(line[0])")
            #expect(Country.named(alpha3: line[1])?.alpha2 == code, "\(line[1])")
        }
    }

    @Test("the money of every country is a currency in use")
    func money() throws {
        for country in Country.all {
            let currency = try #require(Currency.named(country.currency), "\(country.alpha2)")
            #expect(currency.withdrawn == nil, "\(country.alpha2) \(currency.code)")
        }
    }

    @Test(
        "the money that is used there",
        arguments: [
            ("KR", "KRW"), ("JP", "JPY"), ("US", "USD"), ("GB", "GBP"), ("CN", "CNY"), ("TW", "TWD"), ("VN", "VND"),
            ("DE", "EUR"), ("BG", "EUR"), ("HR", "EUR"), ("ME", "EUR"), ("MC", "EUR"), ("TR", "TRY"), ("RO", "RON"),
            ("CH", "CHF"), ("LI", "CHF"), ("EC", "USD"), ("CW", "XCG"), ("SN", "XOF"), ("CM", "XAF"), ("NC", "XPF"),
        ])
    func samples(code: String, money: String) throws {
        #expect(try country(code).currency == currency(money))
    }

    @Test("the euro area has its 21 members, each since its day")
    func euroArea() throws {
        // The European Commission's list of members and dates.
        let members = [
            "1999-01-01": "AT BE DE ES FI FR IE IT LU NL PT", "2001-01-01": "GR", "2007-01-01": "SI",
            "2008-01-01": "CY MT", "2009-01-01": "SK", "2011-01-01": "EE", "2014-01-01": "LV", "2015-01-01": "LT",
            "2023-01-01": "HR", "2026-01-01": "BG",
        ]
        for (text, codes) in members {
            for code in codes.split(separator: " ") {
                #expect(try country(String(code)).joinedEuroArea == day(text), "\(code)")
            }
        }
        #expect(Country.all.filter(\.isEuroArea).count == 21)
        #expect(Country.all.filter(\.isEuroArea).allSatisfy { $0.currency == .eur })
    }

    @Test("every area of the Big Mac index but the euro area is a country by its alpha-3 code")
    func bigMacAreas() {
        // The column iso_a3 of The Economist's file, to the edition of 2026-01-01.
        let areas = """
            ARE ARG AUS AZE BHR BRA CAN CHE CHL CHN COL CRI CZE DNK EGY GBR GTM HKG HND HUN IDN IND ISR JOR JPN KOR KWT
            LBN LKA MDA MEX MYS NIC NOR NZL OMN PAK PER PHL POL QAT ROU RUS SAU SGP SWE THA TUR TWN UKR URY USA VEN VNM
            ZAF
            """
        for area in areas.split(whereSeparator: \.isWhitespace) {
            #expect(Country.named(alpha3: area) != nil, "\(area)")
        }
        #expect(Country.named(alpha3: "EUZ") == nil)
    }

    @Test("countries are found by the money they use, all of them once")
    func byMoney() throws {
        #expect(try Country.using(currency("JPY")).map(\.alpha2.description) == ["JP"])
        #expect(Country.using(.eur).count > 21)
        #expect(try Country.using(currency("XXX")).isEmpty)
        #expect(Set(Country.all.map(\.currency)).map { Country.using($0).count }.reduce(0, +) == Country.all.count)
    }

    @Test("every country has both names, different from all others'")
    func names() throws {
        for country in Country.all {
            for name in [country.nameKorean, country.nameEnglish] {
                #expect(!name.isEmpty && name.first?.isWhitespace == false && name.last?.isWhitespace == false)
            }
            #expect(country.nameKorean.unicodeScalars.contains { ("가"..."힣").contains($0) }, "\(country.alpha2)")
        }
        #expect(Set(Country.all.map(\.nameKorean)).count == 249 && Set(Country.all.map(\.nameEnglish)).count == 249)
        #expect(try country("JP").name(in: .ko) == "일본" && country("JP").name(in: .en) == "Japan")
    }

    @Test(
        "what is not two ASCII letters is no country code",
        arguments: ["", "J", "JPN", "j p", "J1", "ＪＰ", "한국", String(repeating: "A", count: 500)])
    func refused(text: String) {
        #expect(CountryCode(text) == nil)
    }

    @Test("codes that ISO 3166-1 does not assign name no country", arguments: ["XX", "ZZ", "EU", "UK", "XK"])
    func unassigned(text: String) throws {
        #expect(Country.named(try #require(CountryCode(text))) == nil)
    }
}
