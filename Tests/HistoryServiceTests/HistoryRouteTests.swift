import Hummingbird
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("GET /api/v1/history")
struct HistoryRouteTests {
    private let path = "/api/v1/history"

    private func data(_ query: String) async throws -> [String: Any] {
        let answer = try await ask(ECBFile.memory, "\(path)?\(query)")
        #expect(answer.status == 200, "\(answer.text)")
        return try answer.member("data")
    }

    // The results: Python fractions, Oracle/rates_oracle.py. The statistics of the same window: SeriesStatisticsTests.
    @Test("a week of the dollar in won, byte for byte up to the statistics")
    func golden() async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?target=USD&period=1w")
        #expect(answer.status == 200)
        let head = """
            {"success":true,"data":{"base":"KRW","target":"USD","period":"1w","interval":"daily","as_of":"2026-10-30",\
            "data_points":6,"results":\(GoldenResults.dollarInWonOneWeek),\
            "statistics":{"average":1331.75106,"min":1324.452783,"max":1340.474266,"volatility":0.475041489
            """
        #expect(answer.text.hasPrefix(head), "\(answer.text)")
        let statistics = try #require(try answer.member("data")["statistics"] as? [String: Any])
        #expect(
            statistics.keys.sorted() == [
                "average", "correlation", "data_points", "max", "min", "trend", "trend_slope_percent_per_day",
                "volatility",
            ])
        #expect(statistics["trend"] as? String == "upward")
        #expect(isClose(statistics["trend_slope_percent_per_day"] as? Double, 0.16075181402805638, within: 1e-9))
        #expect(isClose(statistics["volatility"] as? Double, 0.4750414891129854, within: 1e-9))
        #expect(answer.text.contains(#""correlation":null"#))
        #expect(statistics["data_points"] as? Int == 6)
    }

    @Test("the digits asked for are those of every rate and change")
    func precision() async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?target=jpy&period=1w&precision=4&interval=daily")
        #expect(answer.text.contains(#""results":\#(GoldenResults.yenInWonFourDigits)"#), "\(answer.text)")
    }

    @Test("the first point of all has no change")
    func first() async throws {
        let answer = try await ask(
            ECBFile.memory, "\(path)?target=USD&from=1999-01-01&to=1999-01-09&precision=11")
        #expect(answer.text.contains(#""results":\#(GoldenResults.dollarInWonFirstWeek)"#), "\(answer.text)")
        #expect(answer.text.contains(#""period":"1999-01-01..1999-01-09""#))
    }

    // The ECB's file.
    @Test("everything there is: 7,126 days from 1999-01-04")
    func everything() async throws {
        let data = try await data("target=USD&period=max")
        #expect(data["data_points"] as? Int == 7126)
        let results = try #require(data["results"] as? [[String: Any]])
        #expect(results.count == 7126)
        #expect(results.first?["date"] as? String == "1999-01-04")
        #expect(results.last?["date"] as? String == "2026-10-30")
        #expect(results.last?["rate"] as? Double == 1335.266738)
        let statistics = try #require(data["statistics"] as? [String: Any])
        #expect(statistics["min"] as? Double == 900.8029349)
        #expect(statistics["max"] as? Double == 1583.00254)
    }

    @Test("numbers can be strings, so that no reader turns them into binary64")
    func strings() async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?target=USD&from=2026-10-30&numbers=string")
        #expect(
            answer.text.contains(
                #""rate":"1335.266738","change":"-2.019874484","change_percent":"-0.1510427507","volume":1"#),
            "\(answer.text)")
        #expect(answer.text.contains(#""min":"1335.266738""#))
    }

    @Test("a window without observations is an empty answer with nothing made up")
    func emptyWindow() async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?target=ISK&from=2010-01-01&to=2010-12-31")
        #expect(
            answer.text.contains(
                """
                "data_points":0,"results":[],"statistics":{"average":null,"min":null,"max":null,"volatility":null,\
                "trend":"insufficient_data","trend_slope_percent_per_day":null,"correlation":null,"data_points":0}
                """), "\(answer.text)")
    }

    @Test(
        "what is wrong is refused with the code of the contract, and named",
        arguments: [
            ("", 400, "MISSING_PARAMETER", "'target'"),
            ("target=USD", 400, "MISSING_PARAMETER", "'period'"),
            ("target=USD&to=2026-10-30", 400, "MISSING_PARAMETER", "'from'"),
            ("target=USD&period=1w&from=2026-10-01", 400, "INVALID_PARAMETER", "'period'"),
            ("target=USD&period=1w&to=2026-10-01", 400, "INVALID_PARAMETER", "'period'"),
            ("target=USD&from=2026-10-02&to=2026-10-01", 400, "INVALID_PARAMETER", "'from'"),
            ("target=USD&period=4d", 400, "INVALID_PERIOD", "'4d'"),
            ("target=USD&period=", 400, "INVALID_PERIOD", "'period'"),
            ("target=USD&period=1W", 400, "INVALID_PERIOD", "'1W'"),
            ("target=XYZ&period=1w", 400, "INVALID_CURRENCY_CODE", "'XYZ'"),
            ("target=usd%20&period=1w", 400, "INVALID_CURRENCY_CODE", "'target'"),
            ("target=&period=1w", 400, "INVALID_CURRENCY_CODE", "'target'"),
            ("target=USD&period=1w&base=", 400, "INVALID_CURRENCY_CODE", "'base'"),
            ("target=USD&base=usd&period=1w", 400, "INVALID_PARAMETER", "'target' and 'base'"),
            ("target=KRW&period=1w", 400, "INVALID_PARAMETER", "'target' and 'base'"),
            ("target=USD&from=2010-31-01", 400, "INVALID_DATE", "'2010-31-01'"),
            ("target=USD&from=0000-00-00", 400, "INVALID_DATE", "'from'"),
            ("target=USD&from=9999-01-01", 400, "INVALID_DATE", "'9999-01-01', expected a day up to 2026-11-01"),
            ("target=USD&from=2026-10-01&to=2026-02-30", 400, "INVALID_DATE", "'to'"),
            ("target=USD&period=1w&precision=3", 400, "INVALID_PARAMETER", "'precision'"),
            ("target=USD&period=1w&precision=13", 400, "INVALID_PARAMETER", "'precision'"),
            ("target=USD&period=1w&precision=1e1", 400, "INVALID_PARAMETER", "'precision'"),
            ("target=USD&period=1w&interval=yearly", 400, "INVALID_PARAMETER", "'interval'"),
            ("target=USD&period=1w&fill=backward", 400, "INVALID_PARAMETER", "'fill'"),
            ("target=USD&period=1w&fill=linear&interval=weekly", 400, "INVALID_PARAMETER", "'interval'"),
            ("target=USD&period=1w&fill=forward&interval=hourly", 400, "INVALID_PARAMETER", "'fill'"),
            ("target=USD&period=1w&format=xml", 400, "INVALID_PARAMETER", "'format'"),
            ("target=all&period=1w", 400, "INVALID_PARAMETER", "'format'"),
            ("target=USD&period=1w&as_of=2030-01-01T00:00:00Z", 400, "INVALID_DATE", "lies in the future"),
            ("target=USD&period=1w&as_of=9999-01-01T00:00:00Z", 400, "INVALID_DATE", "lies in the future"),
            ("target=USD&period=1w&as_of=9999-02-29T00:00:00Z", 400, "INVALID_DATE", "RFC 3339"),
            ("target=USD&from=9999-02-29", 400, "INVALID_DATE", "tomorrow"),
            ("target=USD&period=1w&as_of=2026-10-30", 400, "INVALID_DATE", "'as_of'"),
            ("target=USD&period=1w&as_of=2026-10-30T14:59:59Z", 404, "NOT_FOUND", "2026-10-30T14:59:59Z"),
            ("target=USD&period=1w&numbers=hex", 400, "INVALID_PARAMETER", "'numbers'"),
            ("target=USD&period=1w&limit=0", 400, "INVALID_PARAMETER", "'limit'"),
            ("target=USD&period=1w&limit=-1", 400, "INVALID_PARAMETER", "'limit'"),
            ("target=USD&period=1w&limit=1e9", 400, "INVALID_PARAMETER", "'limit'"),
            ("target=USD&period=1w&limit=10001", 400, "INVALID_PARAMETER", "'limit'"),
            ("target=USD&period=1w&offset=5", 400, "INVALID_PARAMETER", "'offset'"),
            ("target=USD&target=JPY&period=1w", 400, "INVALID_PARAMETER", "'target'"),
            ("target=USD%00&period=1w", 400, "INVALID_PARAMETER", "target"),
            ("target=VND&period=1w", 404, "NOT_FOUND", "VND"),
            ("target=USD&base=VND&period=1w", 404, "NOT_FOUND", "VND"),
            ("target=USD&from=2026-10-31", 404, "NOT_FOUND", "2026-10-30"),
        ])
    func refused(query: String, status: Int, code: String, named: String) async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?\(query)")
        #expect(answer.status == status, "\(answer.text)")
        #expect(try answer.code == code)
        #expect(try answer.message.contains(named), "\(answer.text)")
    }

    @Test("a code of 500 characters is refused and not repeated")
    func long() async throws {
        let text = String(repeating: "U", count: 500)
        let answer = try await ask(ECBFile.memory, "\(path)?target=\(text)&period=1w")
        #expect(answer.status == 400)
        #expect(!answer.text.contains(text))
    }

    @Test("with nothing held the answer is 503: not ready")
    func notReady() async throws {
        let answer = try await ask(SeriesMemory(), "\(path)?target=USD&period=1w")
        #expect(answer.status == 503)
        #expect(try answer.code == "DATA_NOT_READY")
    }

    @Test("HEAD is answered without a body, other methods are not allowed")
    func methods() async throws {
        let head = try await ask(ECBFile.memory, "\(path)?target=USD&period=1w", .head)
        #expect(head.status == 200)
        #expect(head.text.isEmpty)
        #expect(try await ask(ECBFile.memory, path, .post).status == 405)
    }

    // Python: f"{value:.{digits - 1}e}", zeros at the end dropped.
    @Test(
        "the average, a binary64 number, is shown at the digits asked for",
        arguments: [
            (1331.751060205128, 10, "1331.75106"), (0.00007366123456789, 4, "0.00007366"), (999.96, 4, "1000"),
            (1e23, 12, "100000000000000000000000"), (0, 10, "0"), (-2.5, 1, "-2"), (1.0 / 3, 12, "0.333333333333"),
        ])
    func average(value: Double, digits: Int, expected: String) {
        #expect(ExactDecimal(value, significantDigits: digits)?.description == expected)
    }

    @Test("what is no number has no digits", arguments: [Double.nan, .infinity, -.infinity])
    func noNumber(value: Double) {
        #expect(ExactDecimal(value, significantDigits: 10) == nil)
    }
}
