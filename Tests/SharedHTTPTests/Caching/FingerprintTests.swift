import SharedDomain
import SharedTesting
import Testing

@testable import SharedHTTP

/// Expected values: `hashlib.sha256` of Python over the bytes that the type's description tells, made with `struct`.
@Suite("Fingerprints")
struct FingerprintTests {
    @Test("what is added becomes the bytes that the description tells")
    func bytes() throws {
        #expect(Fingerprint("").text == "198292266d6019dae14c6c06db344fdd")
        #expect(Fingerprint("currency.rates/1").text == "6547a9d7a9d1389009a66f7ba35424fc")
        var fingerprint = Fingerprint("x")
        fingerprint.add("원")
        #expect(fingerprint.text == "9f57a9c33776efbeb4478c92905a0630")
        fingerprint.add(-1)
        fingerprint.add(200 as Int16)
        fingerprint.add(Instant(milliseconds: 1_793_372_400_000))
        fingerprint.add(try #require(Day("2026-10-30")))
        fingerprint.add(try #require(ExactDecimal("-1.10")))
        #expect(fingerprint.text == "b6639892c6f3e0c77e23fef39049a74c")
    }

    @Test("a sheet is described by all that is in it")
    func sheet() throws {
        var fingerprint = Fingerprint("x")
        fingerprint.add(try sheet())
        #expect(fingerprint.text == "b8d2d0557d6134df6cd7f0f777a3a3e6")
    }

    @Test("any difference in a sheet gives another name")
    func differences() throws {
        let sheets = [
            try sheet(), try sheet(pivot: "JPY"), try sheet(day: "2026-10-29"), try sheet(published: 1),
            try sheet(recorded: 1), try sheet(dollar: "1.1173"), try sheet(dollar: "1.11720"), try sheet(unit: 100),
            try sheet(direction: .inPivot), try sheet(direction: .inPivot, transfer: ("1.10", "1.13")),
            try sheet(direction: .inPivot, transfer: ("1.10", "1.14")),
        ]
        let names = sheets.map { sheet in
            var fingerprint = Fingerprint("x")
            fingerprint.add(sheet)
            return fingerprint.text
        }
        #expect(Set(names).count == sheets.count)
    }

    @Test("values never run together: neither texts, nor lists, nor values of another type")
    func separation() {
        var names: Set<String> = []
        let lists: [[String]] = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["a", "b", "c"]]
        for list in lists {
            var fingerprint = Fingerprint("x")
            for text in list { fingerprint.add(text) }
            names.insert(fingerprint.text)
        }
        #expect(names.count == lists.count)

        var number = Fingerprint("x")
        number.add(20_756)
        var day = Fingerprint("x")
        day.add(Day(number: 20_756))
        var moment = Fingerprint("x")
        moment.add(Instant(milliseconds: 20_756))
        #expect(Set([number.text, day.text, moment.text, Fingerprint("x").text]).count == 4)
    }

    @Test("to read the name changes nothing, and a copy goes its own way")
    func copies() {
        var one = Fingerprint("x")
        var other = one
        #expect(one.text == one.text)
        one.add("a")
        other.add("a")
        #expect(one.text == other.text)
    }

    private func sheet(
        pivot: String = "EUR", day: String = "2026-10-30", published: Int64 = 1_793_372_400_000,
        recorded: Int64 = 1_793_372_460_000, dollar: String = "1.1172", unit: Int = 1,
        direction: QuoteDirection = .perPivot, transfer: (buying: String, selling: String)? = nil
    ) throws -> Sheet {
        try Sheet(
            source: .ecb, pivot: #require(CurrencyCode(pivot)), day: #require(Day(day)),
            publishedAt: Instant(milliseconds: published), recordedAt: Instant(milliseconds: recorded),
            quotes: [
                Quote(
                    currency: #require(CurrencyCode("USD")), price: #require(ExactDecimal(dollar)), unit: unit,
                    direction: direction,
                    transfer: transfer.map {
                        try TransferPrices(
                            buying: #require(ExactDecimal($0.buying)), selling: #require(ExactDecimal($0.selling)))
                    }),
                Quote(
                    currency: #require(CurrencyCode("KRW")), price: #require(ExactDecimal("1491.76")),
                    direction: .perPivot),
            ])
    }
}
