import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The latest rates")
struct LatestRatesTests {
    @Test("every rate of the last day is what Python computes", arguments: PythonRates.bases)
    func everyRate(base: String) async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-20"))
            let answer = try await bench.answer(in: base)
            #expect(answer.texts == PythonRates.tenDigits[base])
            #expect(answer.entries.map(\.rate.currency) == answer.entries.map(\.rate.currency).sorted())
            #expect(answer.unavailable.isEmpty)
        }
    }

    // Python, as in PythonRates, at 4, 12 and 20 digits.
    @Test(
        "a rate has as many significant digits as asked",
        arguments: [
            (4, ["USD": "1335", "JPY": "8.491", "IDR": "0.07358", "KRW": "1", "EUR": "1492"]),
            (12, ["USD": "1335.26673827", "JPY": "8.49134790528", "IDR": "0.073575708613", "EUR": "1491.76"]),
            (20, ["USD": "1335.2667382742570712", "JPY": "8.4913479052823315118", "IDR": "0.073575708613047387519"]),
        ])
    func precision(digits: Int, expected: [String: String]) async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            #expect(try await bench.answer(Array(expected.keys), digits: digits).texts == expected)
        }
    }

    @Test("a cross rate tells both legs, a published rate its one, the base in itself none")
    func legs() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let answer = try await bench.answer(["USD", "EUR", "KRW"])
            let legs = answer.entries.map { $0.rate.cross.legs.map { "\($0.currency) \($0.price)" } }
            #expect(legs == [["KRW 1491.76"], [], ["USD 1.1172", "KRW 1491.76"]])
            #expect(answer.entries.allSatisfy { $0.rate.pivot == .eur && $0.rate.cross.source == .ecb })
            #expect(answer.entry("KRW")?.rate.value == .one)
        }
    }

    @Test("currencies that are known and have no rate are named, not left out in silence")
    func unavailable() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let answer = try await bench.answer(["TRL", "USD", "RUB", "USD"])
            #expect(answer.entries.map { "\($0.rate.currency)" } == ["USD"])
            #expect(answer.unavailable.map(\.description) == ["RUB", "TRL"])
        }
    }

    @Test("where none of the currencies asked for has a rate, the answer still says how new it is")
    func nothingAvailable() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-29"))
            let answer = try await bench.answer(["RUB"])
            #expect(answer.entries.isEmpty)
            #expect(try answer.newest.cross.day == day("2026-10-30"))
            #expect(!answer.isStale)
        }
    }

    @Test("an empty store is not ready, whatever is asked")
    func empty() async throws {
        try await withBench { bench in
            await #expect { try await bench.answer() } throws: { ($0 as? ServiceError)?.code == .dataNotReady }
            await #expect { try await bench.answer(["USD"], in: "RUB") } throws: { error in
                (error as? ServiceError)?.code == .dataNotReady
            }
        }
    }

    @Test("a base without a rate is not found, and named")
    func baseWithoutRate() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            await #expect { try await bench.answer(in: "RUB") } throws: { error in
                let error = error as? ServiceError
                return error?.code == .notFound && error?.details["provided"] == "RUB"
            }
        }
    }

    @Test("a rate ages by the hour and goes stale when the next one is overdue")
    func age() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            // 2026-10-30, a Friday: published at 16:00 in Frankfurt, which is UTC+1 by then; the test starts there.
            let published = try #require(Instant("2026-10-30T15:00:00Z"))
            #expect(try await bench.answer(["USD"]).entry("USD")?.rate.cross.publishedAt == published)
            #expect(try await bench.answer(["USD"]).entry("USD")?.ageSeconds == 0)
            bench.time.advance(by: .seconds(3599))
            #expect(try await bench.answer(["USD"]).entry("USD")?.ageSeconds == 0)
            bench.time.advance(by: .seconds(1))
            #expect(try await bench.answer(["USD"]).entry("USD")?.ageSeconds == 3600)
            // Monday's come at 15:00 UTC and are six hours overdue at 21:00.
            bench.time.advance(to: try #require(Instant("2026-11-02T20:59:59Z")))
            #expect(try await bench.answer(["USD"]).isStale == false)
            bench.time.advance(to: try #require(Instant("2026-11-02T21:00:00Z")))
            let late = try await bench.answer(["USD"])
            #expect(late.isStale)
            let threeDaysAndSixHours: Int64 = 3 * 86_400 + 6 * 3600
            #expect(late.entry("USD")?.ageSeconds == threeDaysAndSixHours)
        }
    }

    @Test("a correction of the newest day changes the answer")
    func correction() async throws {
        try await withBench { bench in
            let newest = ["USD": "1.1172", "KRW": "1491.76"]
            try await bench.receive([ecbSheet("2026-10-30", newest)])
            #expect(try await bench.answer(["USD"]).texts == ["USD": "1335.266738"])
            let later = ECBFile.recordedAt.advanced(by: .seconds(60))
            let corrected = ["USD": "1.1182", "KRW": "1491.76"]
            try await bench.receive([ecbSheet("2026-10-30", corrected, recordedAt: later)])
            // Python: 1491.76 / 1.1182 = 1334.0726167…
            #expect(try await bench.answer(["USD"]).texts == ["USD": "1334.072617"])
        }
    }
}
