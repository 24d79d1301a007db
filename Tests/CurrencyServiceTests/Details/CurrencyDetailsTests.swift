import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("What banks quote")
struct CurrencyDetailsTests {
    private func ask(
        _ bench: Bench, _ codes: [String], in base: String = "KRW", digits: Int = 10, percent: String = "1"
    ) async throws -> DetailAnswer {
        try await CurrencyDetails(
            layers: bench.useCases.layers, time: bench.time.source, transferSpreadPercent: decimal(percent)
        ).answer(DetailQuestion(base: code(base), currencies: codes.map(code), significantDigits: digits))
    }

    @Test("every currency is as Python computes it from the file", arguments: ["KRW", "USD", "EUR"])
    func everyCurrency(base: String) async throws {
        let lines = try #require(PythonDetails.lines[base]).split(separator: "\n").map(String.init)
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-29"))
            let answer = try await ask(bench, lines.map { String($0.prefix(3)) }, in: base)
            #expect(answer.details.map(\.line) == lines)
            #expect(answer.unavailable.isEmpty)
            #expect(answer.details.allSatisfy { $0.change?.previousDay.description == "2026-10-29" })
        }
    }

    @Test("what one configures is asked on both sides of the rate")
    func configuredPercent() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2"])])
            // 1250 x 1.0175 and x 0.9825; 1250 itself for nothing.
            let dear = try await ask(bench, ["USD"], percent: "1.75").details.first?.transfer
            #expect(dear.map { "\($0.selling) \($0.buying) \($0.origin)" } == "1271.875 1228.125 estimated")
            let free = try await ask(bench, ["USD"], percent: "0").details.first?.transfer
            #expect(free.map { "\($0.selling) \($0.buying)" } == "1250 1250")
        }
    }

    @Test("without a publication before there is no change")
    func noPrevious() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            #expect(try await ask(bench, ["USD"]).details.first?.change == nil)
        }
    }

    @Test("the change is against the last day that has the currency")
    func gap() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-28", ["KRW": "1500", "USD": "1.5"]), ecbSheet("2026-10-29", ["KRW": "1500"]),
                ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2"]),
            ])
            let change = try #require(try await ask(bench, ["USD"]).details.first?.change)
            #expect(change.previousDay.description == "2026-10-28")
            // From 1000 to 1250.
            #expect("\(change.previous) \(change.absolute) \(change.percent)" == "1000 250 25")
            #expect(change.direction == .up)
        }
    }

    @Test("a change that the digits do not show still has its direction")
    func smallChange() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-29", ["KRW": "1500.0001"]), ecbSheet("2026-10-30", ["KRW": "1500"]),
            ])
            let detail = try #require(try await ask(bench, ["EUR"], digits: 4).details.first)
            let change = try #require(detail.change)
            #expect("\(detail.entry.rate.value) \(change.previous)" == "1500 1500")
            #expect("\(change.absolute) \(change.direction)" == "-0.0001 down")
        }
    }

    @Test("currencies without a rate are listed, in the order asked")
    func unavailable() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let answer = try await ask(bench, ["VND", "JPY", "RUB", "AUD"])
            #expect(answer.details.map(\.currency.code.description) == ["JPY", "AUD"])
            #expect(answer.unavailable.map(\.description) == ["VND", "RUB"])
        }
    }

    @Test("a base without a rate is not found, nothing held is not ready")
    func errors() async throws {
        try await withBench { bench in
            let empty = await #expect(throws: ServiceError.self) { try await ask(bench, ["USD"]) }
            #expect(empty?.code == .dataNotReady)
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let unpriced = await #expect(throws: ServiceError.self) { try await ask(bench, ["USD"], in: "RUB") }
            #expect(unpriced?.code == .notFound)
            #expect(unpriced?.details["parameter"] == "base")
        }
    }

    @Test("another percentage is another version")
    func versions() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            func tag(_ percent: String) throws -> String? {
                try CurrencyDetails(
                    layers: bench.useCases.layers, time: bench.time.source, transferSpreadPercent: decimal(percent)
                ).version(in: .krw, at: bench.time.source.now())?.tag
            }
            #expect(try tag("1") != nil)
            #expect(try tag("1") == tag("1.0"))
            #expect(try tag("1") != tag("2"))
        }
    }
}

extension CurrencyDetail {
    /// As the oracle writes it.
    fileprivate var line: String {
        let change = change.map { "\($0.previous)|\($0.absolute)|\($0.percent)|\($0.direction.rawValue)" } ?? "-"
        return "\(currency.code)|\(entry.rate.value)|\(quotationRate)|\(transfer.selling)|\(transfer.buying)|\(change)"
    }
}
