import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Searching countries and currencies")
struct SearchIndexTests {
    /// The currencies of the ECB's sheet of 2026-10-30.
    private let priced: Set<CurrencyCode> = Set(
        (PythonRates.tenDigits["KRW"] ?? [:]).keys.compactMap { CurrencyCode($0) })

    private func find(_ text: String, limit: Int = 50, _ language: Language = .ko) -> [SearchMatch] {
        SearchIndex.standard.find(text, limit: limit, priced: priced, language: language)
    }

    @Test("what is meant comes first", arguments: [SearchQueries.korean, SearchQueries.english])
    func first(table: String) {
        let lines = table.split(separator: "\n")
        #expect(lines.count >= 65)
        for line in lines {
            let fields = line.split(separator: "|").map(String.init)
            let found = find(fields[0]).first
            #expect(found?.code == fields[1], "\(fields[0]): \(found.map { "\($0)" } ?? "nothing")")
        }
    }

    @Test("a currency follows its country, and nothing follows a symbol")
    func whole() {
        for line in SearchQueries.whole.split(separator: "\n") {
            let fields = line.split(separator: "|").map(String.init)
            let found = find(fields[0]).map(\.code).joined(separator: " ")
            #expect(found == fields[1], "\(fields[0])")
        }
    }

    @Test("beside an exact answer no part within a word is one")
    func absent() {
        for line in SearchQueries.absent.split(separator: "\n") {
            let fields = line.split(separator: "|").map(String.init)
            #expect(!find(fields[0]).contains { $0.code == fields[1] }, "\(fields[0])")
        }
    }

    @Test("every unit of a name is found with 화, money, after it")
    func money() {
        #expect(Set(find("페소화").map(\.code)).isSuperset(of: ["MXN", "PHP", "CLP"]))
        #expect(
            Set(find("프랑화").map(\.code)).isSuperset(of: find("프랑").filter { $0.reason.kind == .unitName }.map(\.code)))
    }

    @Test(
        "a match says which text answers and how",
        arguments: [
            ("KOR", "KR country_code KOR exact_code"), ("410", "KRW numeric_code 410 exact_code"),
            ("일본", "JP country_name 일본 exact_name"), ("미합중국", "US alias 미합중국 exact_name"),
            ("€", "EUR symbol € exact_symbol"), ("NT$", "TWD alias NT$ exact_symbol"),
            ("swiss f", "CHF currency_name Swiss Franc name_prefix"), ("kong", "HK country_name Hong Kong word_prefix"),
            ("ㅇㅂ", "JP country_name 일본 initials"), ("일ㅂ", "JP country_name 일본 initials"),
            ("itzerl", "CH country_name Switzerland substring"), ("일번", "JP country_name 일본 typo"),
            ("yenn", "JPY currency_name Japanese Yen typo"),
            ("won", "KRW currency_name South Korean Won unit_name"),
        ])
    func reason(query: String, expected: String) throws {
        let match = try #require(find(query).first)
        let reason = match.reason
        #expect("\(match.code) \(reason.field.rawValue) \(reason.text) \(reason.kind.rawValue)" == expected)
    }

    @Test("a symbol that several share gives them all, the more traded first")
    func sharedSymbols() {
        let dollars = find("$").filter { $0.reason.field == .symbol }.map(\.code)
        #expect(dollars.prefix(6) == ["USD", "AUD", "CAD", "HKD", "SGD", "NZD"])
        #expect(Set(dollars) == Set(Currency.all.filter { $0.symbol == "$" }.map(\.code.description)))
        #expect(find("¥").map(\.code) == ["JPY", "CNY"])
        #expect(find("₩").map(\.code) == ["KRW", "KPW"])
    }

    @Test("kinds follow each other, and the closest comes first")
    func kinds() throws {
        for query in ["us", "ㅇ", "인", "dollar", "guinea", "pound", "in", "won"] {
            let found = find(query)
            let places = try found.map { try #require(SearchMatch.Kind.allCases.firstIndex(of: $0.reason.kind)) }
            #expect(places == places.sorted(), "\(query)")
            #expect(found.map(\.reason.score) == found.map(\.reason.score).sorted(by: >), "\(query)")
        }
    }

    @Test("leading consonants find names that begin with them, then words")
    func initials() {
        let found = find("ㅁㄱ").map(\.code)
        #expect(found.contains("MN"))
        #expect(found.first == "US")
        // 파나마 발보아 and the like: a word in the middle.
        #expect(find("ㄷㄹ").contains { $0.code == "USD" })
        #expect(find("\u{110B}\u{1107}").first?.code == "JP")
        #expect(find("ㄳ").map(\.code) == find("ㄱㅅ").map(\.code))
    }

    @Test("without rates the more traded still come first")
    func withoutRates() {
        let found = SearchIndex.standard.find("dollar", limit: 3, priced: nil, language: .en)
        #expect(found.map(\.code) == ["USD", "AUD", "CAD"])
        #expect(found.allSatisfy { $0.hasRate == nil })
    }

    @Test("what has a rate comes before what has none")
    func rates() {
        // 홍콩 달러 is quoted by the ECB, 대만 달러 is not.
        let dollars = find("달러").filter { $0.reason.kind == .unitName }
        let first = dollars.prefix { $0.hasRate == true }
        #expect(first.count > 4)
        #expect(dollars.dropFirst(first.count).allSatisfy { $0.hasRate == false })
    }

    @Test("no guess stands beside an exact answer, and two errors are too many")
    func typos() {
        #expect(!find("Iran").contains { $0.code == "IQ" })
        #expect(find("Irn").contains { $0.code == "IR" })
        #expect(!find("Jxxan").contains { $0.code == "JP" })
        #expect(!find("ja").contains { $0.reason.kind == .typo })
        #expect(!find("일").contains { $0.reason.kind == .typo })
    }

    @Test(
        "nothing is found where there is nothing to find",
        arguments: ["qqqq", "💵", "%", "_", "\\", "\u{202E}", "؟", "???", "뷁", String(repeating: "a", count: 64)])
    func nothing(query: String) {
        #expect(find(query).isEmpty)
    }

    @Test("whatever is typed, an answer comes and respects the limit")
    func hostile() {
        var random = SplitMix64(seed: 3166)
        let alphabet = Array("aㄱㅏ가힣é$￦\u{301}\u{11A8}\u{1161}💵\u{202E}أ0 '&.ㄳ本".unicodeScalars)
        for _ in 0..<300 {
            let length = Int.random(in: 1...64, using: &random)
            let scalars = (0..<length).compactMap { _ in alphabet.randomElement(using: &random) }
            #expect(find(String(String.UnicodeScalarView(scalars)), limit: 5).count <= 5)
        }
        #expect(find(String(repeating: "\u{301}", count: 64)).isEmpty)
        #expect(find("e" + String(repeating: "\u{301}", count: 63)).first?.reason.kind == .namePrefix)
    }

    @Test("everything in the tables is found by its names, its codes and its symbol")
    func everyName() {
        for country in Country.all {
            let entry = SearchEntry(country)
            #expect(kind(entry, country.nameKorean) == .exactName)
            #expect(kind(entry, country.nameEnglish) == .exactName, "\(country.nameEnglish)")
            #expect(kind(entry, country.alpha2.description) == .exactCode)
            #expect(kind(entry, country.alpha3.lowercased()) == .exactCode)
        }
        for currency in Currency.all {
            let entry = SearchEntry(currency)
            #expect(kind(entry, currency.nameKorean) == .exactName)
            #expect(kind(entry, currency.nameEnglish) == .exactName, "\(currency.nameEnglish)")
            #expect(kind(entry, currency.code.description) == .exactCode)
            #expect(kind(entry, currency.numeric) == .exactCode)
            let symbol = kind(entry, currency.symbol)
            #expect(symbol == .exactSymbol || symbol == .exactCode, "\(currency.symbol)")
        }
    }

    private func kind(_ entry: SearchEntry, _ text: String) -> SearchMatch.Kind? {
        entry.reason(for: SearchQuery(text))?.kind
    }

    @Test("every alias is of something that exists, and finds it")
    func aliases() {
        let lines = (SearchAliases.names + "\n" + SearchAliases.longSymbols).split(separator: "\n")
        for line in lines {
            let fields = line.split(separator: "|").map(String.init)
            #expect(fields.count == 3, "\(line)")
            for alias in fields[1].split(separator: ",") {
                #expect(find(String(alias)).contains { $0.code == fields[0] }, "\(alias)")
            }
        }
    }

    @Test("the order of trade names twenty currencies of the table")
    func traded() {
        #expect(TradedCurrencies.order.count == 20)
        #expect(Set(TradedCurrencies.order).count == 20)
        #expect(TradedCurrencies.order.allSatisfy { Currency.named($0) != nil })
    }
}

extension SearchMatch {
    /// The code of what was found.
    fileprivate var code: String {
        switch subject {
        case .country(let country): country.alpha2.description
        case .currency(let currency): currency.code.description
        }
    }
}
