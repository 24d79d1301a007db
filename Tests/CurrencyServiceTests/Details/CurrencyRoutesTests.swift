import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("GET /api/v1/currencies/{code} and /multiple")
struct CurrencyRoutesTests {
    private let path = "/api/v1/currencies"

    // The figures: PythonDetails.
    @Test("a currency has the members of the first version, and more")
    func members() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-29"))
            let data = try await bench.ask("\(path)/jpy?numbers=string&lang=ko").member("data")
            let texts = data.compactMapValues { $0 as? String }
            #expect(texts["currency_code"] == "JPY")
            #expect(texts["currency_name"] == "일본 엔")
            #expect(texts["country_code"] == "JP")
            #expect(texts["country_name"] == "일본")
            #expect(texts["symbol"] == "¥")
            #expect(texts["current_rate"] == "8.491347905")
            #expect(texts["tts"] == "8.576261384")
            #expect(texts["ttb"] == "8.406434426")
            #expect(texts["quotation_rate"] == "849.1347905")
            #expect(texts["source"] == "ecb")
            #expect(texts["base"] == "KRW")
            #expect(texts["last_updated"] == "2026-10-30T15:00:00Z")
            #expect(data["quotation_unit"] as? Int == 100)
            #expect(data["spread_estimated"] as? Bool == true)
            #expect(data["cache_hit"] as? Bool == true)
            let change = try #require(data["change"] as? [String: String])
            #expect(change == ["absolute": "0.03068396713", "percent": "0.362666185", "direction": "UP"])
            let previous = try #require(data["previous"] as? [String: String])
            #expect(previous == ["observed_on": "2026-10-29", "rate": "8.460663938"])
        }
    }

    @Test("names follow lang, else Accept-Language, else are Korean")
    func languages() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let edge = try bench.edge()
            func name(_ query: String, _ accept: String?) async throws -> String? {
                let answer = try await edge.ask("\(path)/USD\(query)", accepting: accept)
                return try answer.member("data")["currency_name"] as? String
            }
            #expect(try await name("", nil) == "미국 달러")
            #expect(try await name("", "en-US,ko;q=0.5") == "US Dollar")
            #expect(try await name("?lang=ko", "en") == "미국 달러")
            #expect(try await name("?lang=en", "ko") == "US Dollar")
        }
    }

    @Test("a money of several countries has no country of its own, the euro has its area")
    func countries() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500", "XOF": "655.957"])])
            let franc = try await bench.ask("\(path)/XOF").member("data")
            #expect(franc["country_code"] is NSNull)
            #expect((franc["countries"] as? [Any])?.count == Country.using(try code("XOF")).count)
            let euro = try await bench.ask("\(path)/EUR?lang=en").member("data")
            #expect(euro["country_code"] as? String == "EU")
            #expect(euro["country_name"] as? String == "Eurozone")
        }
    }

    @Test("a known currency without a rate is not found, and the answer says so")
    func withoutRate() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let answer = try await bench.ask("\(path)/RUB")
            #expect(answer.status == 404)
            #expect(try answer.code == "NOT_FOUND")
            #expect(answer.text.contains("RUB is a known currency"))
        }
    }

    @Test(
        "what is wrong is refused by name",
        arguments: [
            ("/XYZ", "INVALID_CURRENCY_CODE", "XYZ"), ("/dollar", "INVALID_CURRENCY_CODE", "dollar"),
            ("/US%20D", "INVALID_CURRENCY_CODE", "US D"), ("/%F0%9F%92%B5", "INVALID_CURRENCY_CODE", "💵"),
            ("/USD?base=XYZ", "INVALID_CURRENCY_CODE", "XYZ"), ("/USD?precision=3", "INVALID_PARAMETER", "precision"),
            ("/USD?lang=fr", "INVALID_PARAMETER", "fr"), ("/USD?codes=USD", "INVALID_PARAMETER", "codes"),
            ("/multiple", "MISSING_PARAMETER", "codes"), ("/multiple?codes=", "INVALID_CURRENCY_CODE", "codes"),
            ("/multiple?codes=USD,XYZ", "INVALID_CURRENCY_CODE", "XYZ"),
            ("/multiple?codes=" + Array(repeating: "USD", count: 51).joined(separator: ","), "INVALID_PARAMETER", "51"),
        ])
    func refused(target: String, code: String, named: String) async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let answer = try await bench.ask(path + target)
            #expect(answer.status == 400)
            #expect(try answer.code == code)
            #expect(try answer.message.contains(named))
        }
    }

    @Test("several come in the order asked, each as on its own, one asked twice once")
    func several() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-29"))
            let data = try await bench.ask("\(path)/multiple?codes=USD,vnd,JPY,usd,AUD&base=EUR&lang=en").member("data")
            let currencies = try #require(data["currencies"] as? [[String: Any]])
            #expect(currencies.map { $0["currency_code"] as? String } == ["USD", "JPY", "AUD"])
            #expect(data["unavailable"] as? [String] == ["VND"])
            let yen = try await bench.ask("\(path)/JPY?base=EUR&lang=en").member("data")
            #expect(NSDictionary(dictionary: currencies[1]) == NSDictionary(dictionary: yen))
        }
    }

    @Test("paths that say something else are not read as codes", arguments: ["latest", "multiple", "search"])
    func literals(segment: String) async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let answer = try await bench.ask("\(path)/\(segment)")
            let isMissing = answer.status == 400 ? try answer.code == "MISSING_PARAMETER" : false
            #expect(answer.status == 200 || isMissing)
        }
    }

    @Test("an answer is kept until a rate is corrected")
    func kept() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-29"))
            let edge = try bench.edge()
            let first = try await edge.ask("\(path)/USD")
            let tag = try #require(first.headers[.eTag])
            #expect(try await edge.ask("\(path)/USD", held: tag).status == 304)
            try await bench.receive([ecbSheet("2026-10-29", ["KRW": "1400", "USD": "1.1"])])
            let corrected = try await edge.ask("\(path)/USD", held: tag)
            #expect(corrected.status == 200)
            #expect(corrected.text != first.text)
        }
    }
}

extension EdgeApplication {
    /// What a client with that `Accept-Language` gets.
    func ask(_ uri: String, accepting language: String?) async throws -> Answer {
        var headers = HTTPFields()
        headers[.acceptLanguage] = language
        return try await application.test(.router) { [headers] client in
            Answer(try await client.executeRequest(uri: uri, method: .get, headers: headers, body: nil))
        }
    }
}
