import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("What refusals call the currencies", .timeLimit(.minutes(1)))
struct ParameterNamesTests {
    private let path = "/api/v1/history"

    @Test(
        "a currency of the path is the code, one of the query the target",
        arguments: [
            ("/VND", "code"), ("/VND/chart", "code"), ("/VND/chart.svg", "code"), ("/VND/analysis", "code"),
            ("/forecast/VND", "code"), ("?target=VND&period=1w", "target"), ("/stats?target=VND", "target"),
        ])
    func unknown(rest: String, parameter: String) async throws {
        let answer = try await ask(ECBFile.memory, path + rest)
        #expect(answer.status == 404, "\(answer.text)")
        #expect(try answer.detail("parameter") == parameter, "\(answer.text)")
        #expect(try answer.detail("provided") == "VND")
    }

    @Test(
        "two that no source quotes together are refused by the first of them",
        arguments: [("/SGD?base=EUR", "code"), ("?target=SGD&base=EUR&period=1w", "target")])
    func apart(rest: String, parameter: String) async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-29", ["KRW": "1500"]))
        _ = try book.take(bokSheet("2026-10-30", ["SGD": ("1000", 1)]))
        let answer = try await ask(SeriesMemory(book), path + rest)
        #expect(answer.status == 404, "\(answer.text)")
        #expect(try answer.detail("parameter") == parameter)
        #expect(try answer.detail("provided") == "SGD")
    }

    @Test(
        "a currency in itself is refused by its name, and a base that nobody named is said to be the usual one",
        arguments: [
            ("/KRW", "code"), ("/KRW/chart", "code"), ("/KRW/analysis", "code"), ("/forecast/KRW", "code"),
            ("?target=KRW&period=1w", "target"), ("/stats?target=KRW", "target"),
        ])
    func itself(rest: String, parameter: String) async throws {
        let answer = try await ask(ECBFile.memory, path + rest)
        #expect(answer.status == 400, "\(answer.text)")
        #expect(try answer.code == "INVALID_PARAMETER")
        #expect(try answer.detail("parameter") == parameter)
        #expect(
            try answer.message == "Parameters '\(parameter)' and 'base' are both 'KRW', expected two currencies: "
                + "'base' is KRW unless a request names another.")
    }

    @Test("nothing is said of the usual base where another one was named")
    func named() async throws {
        let answer = try await ask(ECBFile.memory, "\(path)/usd?base=USD")
        #expect(try answer.message == "Parameters 'code' and 'base' are both 'USD', expected two currencies.")
    }

    @Test(
        "what was not held at a moment of the past is said to be of that moment",
        arguments: ["?target=TRY&period=1w", "/TRY?period=1w", "/on/2026-10-29?base=TRY"])
    func asOf(rest: String) async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-28", ["KRW": "1500"], recordedAfter: -5000))
        _ = try book.take(ecbSheet("2026-10-29", ["KRW": "1500", "TRY": "40"], recordedAfter: -1000))
        let answer = try await ask(SeriesMemory(book), "\(path)\(rest)&as_of=2026-10-30T14:59:57Z")
        #expect(answer.status == 404, "\(answer.text)")
        #expect(try answer.message == "No observations of TRY are held as of 2026-10-30T14:59:57Z.")
    }
}
