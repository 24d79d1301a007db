import HTTPTypes
import HummingbirdTesting
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The parameters of the price index")
struct PriceIndexParameterTests {
    private let path = "/api/v1/currencies/price-index"

    @Test(
        "names follow lang, else Accept-Language, else they are Korean",
        arguments: [
            ("&lang=en", "ko", "Japan"), ("&lang=ko", "en", "일본"), ("", "en-GB,ko;q=0.5", "Japan"), ("", "fr", "일본"),
        ])
    func language(query: String, header: String, expected: String) async throws {
        try await withShippedPrices { bench in
            let edge = try bench.edge()
            for target in ["\(path)?country=JP\(query)", "\(path)/ranking?limit=250\(query)"] {
                let text = try await edge.application.test(.router) { client in
                    Answer(
                        try await client.executeRequest(
                            uri: target, method: .get, headers: [.acceptLanguage: header], body: nil)
                    ).text
                }
                #expect(text.contains(#""country_name":"\#(expected)""#))
            }
        }
    }

    @Test(
        "what is wrong is refused by name, whether or not anything is held",
        arguments: [
            ("", "MISSING_PARAMETER", "country"),
            ("?country=", "INVALID_COUNTRY_CODE", "country"),
            ("?country=XX", "INVALID_COUNTRY_CODE", "XX"),
            ("?country=EUZ", "INVALID_COUNTRY_CODE", "EUZ"),
            ("?country=J", "INVALID_COUNTRY_CODE", "country"),
            ("?country=j%20p", "INVALID_COUNTRY_CODE", "j p"),
            ("?country=JP,KR", "INVALID_COUNTRY_CODE", "JP,KR"),
            ("?country=%00", "INVALID_PARAMETER", "query"),
            ("?country=JP&country=KR", "INVALID_PARAMETER", "country"),
            ("?country=" + String(repeating: "J", count: 500), "INVALID_COUNTRY_CODE", "JJJJ"),
            ("?country=JP&base_country=KRW", "INVALID_COUNTRY_CODE", "KRW"),
            ("?country=JP&edition=2010-31-01", "INVALID_DATE", "2010-31-01"),
            ("?country=JP&edition=0000-00-00", "INVALID_DATE", "0000-00-00"),
            ("?country=JP&edition=9999-01-01", "INVALID_DATE", "9999-01-01"),
            ("?country=JP&edition=20260101", "INVALID_DATE", "20260101"),
            ("?country=JP&precision=3", "INVALID_PARAMETER", "precision"),
            ("?country=JP&lang=fr", "INVALID_PARAMETER", "fr"),
            ("?country=JP&numbers=double", "INVALID_PARAMETER", "double"),
            ("?country=JP&base=USD", "INVALID_PARAMETER", "base"),
            ("/ranking?limit=0", "INVALID_PARAMETER", "limit"),
            ("/ranking?limit=-1", "INVALID_PARAMETER", "-1"),
            ("/ranking?limit=251", "INVALID_PARAMETER", "251"),
            ("/ranking?limit=1e9", "INVALID_PARAMETER", "1e9"),
            ("/ranking?item=", "INVALID_PARAMETER", "item"),
            ("/ranking?item=Big%20Mac", "INVALID_PARAMETER", "Big Mac"),
            ("/ranking?item=" + String(repeating: "a", count: 33), "INVALID_PARAMETER", "item"),
            ("/ranking?country=JP", "INVALID_PARAMETER", "country"),
            ("/ranking?base_country=ZZ", "INVALID_COUNTRY_CODE", "ZZ"),
        ])
    func hostile(query: String, code: String, named: String) async throws {
        try await withBench { bench in
            let answer = try await bench.ask(path + query)
            #expect(answer.status == 400)
            #expect(try answer.code == code)
            #expect(try answer.message.contains(named))
        }
    }
}
