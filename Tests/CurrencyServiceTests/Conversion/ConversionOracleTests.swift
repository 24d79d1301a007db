import SharedDomain
import Testing

@testable import CurrencyService

@Suite("Conversions beside Python's decimal")
struct ConversionOracleTests {
    /// Asks each line, and says of which the answer differs.
    private func differences(
        _ lines: [ConversionOracle.Line], _ bench: Bench, _ past: (Day) -> PastRates
    ) throws -> [String] {
        try lines.compactMap { line in
            let question = try line.question()
            let expected = [line.fields[7], line.fields[8]].map(String.init)
            var found: [String]
            var back = "-"
            do {
                let day = try #require(question.day)
                let conversion = try bench.convert(question, past(day))
                found = [conversion.result.full.description, conversion.result.short?.description ?? ""]
                back = "\(conversion.evidence.rate.cross.day.distance(to: day))"
            } catch let error as ServiceError where error.code == .notFound {
                found = ["-", ""]
            }
            return found == expected && back == line.fields[6] ? nil : "\(line) -> \(back) \(found)"
        }
    }

    @Test("every result has the digits that Python computes, whatever the currencies, the day and the mode")
    func conversions() async throws {
        let lines = try ConversionOracle.lines("c")
        try #require(lines.count > 14_000)
        #expect(Set(lines.map { $0.fields[2] }).count == 42)
        #expect(Set(lines.map { $0.fields[1] }).isSuperset(of: ECBFile.sheets.map { Substring("\($0.day)") }))
        #expect(Set(lines.map { $0.fields[5] }) == ["u", "e", "d", "n"])
        try await withBench { bench in
            let found = try differences(lines, bench, ECBPast.rates)
            #expect(found.isEmpty, "\(found.count) lines:\n\(found.prefix(20).joined(separator: "\n"))")
        }
    }

    @Test("so it has where won are quoted for one or a hundred units, in money with three minor units too")
    func inPivot() async throws {
        var prices: [String: (won: String, unit: Int)] = [:]
        for line in try ConversionOracle.lines("s") {
            prices[String(line.fields[2])] = (String(line.fields[3]), try #require(Int(line.fields[4])))
        }
        let sheet = try bokSheet("2026-10-30", prices)
        let lines = try ConversionOracle.lines("k")
        try #require(lines.count == 600)
        #expect(lines.contains { $0.fields[3] == "KWD" })
        try await withBench { bench in
            let found = try differences(lines, bench) { _ in PastRates(sheets: [[sheet]]) }
            #expect(found.isEmpty, "\(found.count) lines:\n\(found.prefix(20).joined(separator: "\n"))")
        }
    }

    @Test("rates and their inverses have each digit of 10, 12 and 20")
    func rates() async throws {
        let lines = try ConversionOracle.lines("r")
        try #require(lines.count == 600)
        try await withBench { bench in
            for line in lines {
                let question = ConversionQuestion(
                    from: try code(String(line.fields[2])), to: try code(String(line.fields[3])), amount: .one,
                    day: try day(String(line.fields[1])), rateDigits: try #require(Int(line.fields[4])))
                let conversion = try bench.convert(question, ECBPast.rates(on: #require(question.day)))
                #expect(conversion.rate.description == line.fields[5], "\(line)")
                #expect(conversion.rateInverse.description == line.fields[6], "\(line)")
            }
        }
    }

    @Test("every ordered pair of the last day has its ten digits, or none")
    func pairs() async throws {
        let lines = try ConversionOracle.lines("p")
        try #require(lines.count == 42 * 41)
        let last = try day("2026-10-30")
        try await withBench { bench in
            for line in lines {
                let question = ConversionQuestion(
                    from: try code(String(line.fields[1])), to: try code(String(line.fields[2])), amount: .one,
                    day: last)
                if line.fields[3] == "-" {
                    let error = #expect(throws: ServiceError.self, "\(line)") {
                        try bench.convert(question, ECBPast.rates(on: last))
                    }
                    #expect(error?.code == .notFound, "\(line)")
                } else {
                    let conversion = try bench.convert(question, ECBPast.rates(on: last))
                    #expect(conversion.rate.description == line.fields[3], "\(line)")
                }
            }
        }
    }

    // Python: decimal.Context(prec=34, rounding=ROUND_HALF_UP).divide(Decimal("143878"), Decimal("1.0956")), from the
    // ECB's 1438.78 won and 1.0956 dollars for a euro.
    @Test("100 dollars on 2 January 2024 were 131,323 won, and a won has its ten digits")
    func golden() async throws {
        try await withBench { bench in
            var question = ConversionQuestion(
                from: .usd, to: .krw, amount: ExactDecimal(100), day: try day("2024-01-02"))
            let past = ECBPast.rates(on: try day("2024-01-02"))
            #expect(try bench.convert(question, past).result.full.description == "131323")
            question.rounding = .unrounded
            let full = try bench.convert(question, past).result
            #expect(full.full.description == "131323.4757210660825118656443957649")
            // What binary64 can hold of it for certain.
            #expect(full.short?.description == "131323.475721066")
            let last = ConversionQuestion(from: .krw, to: .usd, amount: .one, day: try day("2026-10-30"))
            let won = try bench.convert(last, ECBPast.rates(on: day("2026-10-30")))
            #expect(won.rate.description == "0.0007489140344")
        }
    }
}
