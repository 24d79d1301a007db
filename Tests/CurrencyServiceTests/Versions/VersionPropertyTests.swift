import Foundation
import NIOCore
import SharedContracts
import SharedDomain
import SharedHTTP
import SharedTelemetry
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("One version, one answer")
struct VersionPropertyTests {
    /// What was answered under each tag to each question.
    private final class Answers {
        var known: [String: String] = [:]
        /// How many were met a second time.
        var repeated = 0

        func check(_ rates: LatestRates, at now: Instant) async throws {
            for (base, digits) in [("KRW", 10), ("USD", 4)] {
                let question = try LatestQuestion(base: code(base), symbols: nil, significantDigits: digits)
                guard let version = rates.version(in: question.base, at: now) else { continue }
                let answer = try await rates.answer(question, at: now)
                #expect(answer.version == version)
                #expect(version.asOf <= now)
                #expect(version.freshUntil.map { $0 > now } ?? true)
                let text = "\(version.asOf) \(String(buffer: JSONWriter.encode(answer)))"
                let key = "\(base) \(digits) \(version.tag)"
                if let before = known[key] {
                    repeated += 1
                    #expect(before == text)
                }
                known[key] = text
            }
        }
    }

    /// A sheet as it may come in: of a source and a day near now, with few enough figures that they come again.
    private func sheet(_ random: inout SplitMix64, at now: Instant) throws -> Sheet {
        let source = Bool.random(using: &random) ? SourceID.ecb : bok
        let day = Day(of: now, in: .gmt).adding(days: -Int.random(in: 0...18, using: &random))
        let late = Int.random(in: 0...3, using: &random)
        let prices = ["1500", "1500.0", "1501", "1499"]
        let quotes = try ["KRW", "USD", "JPY", "RUB"].filter { source == .ecb || $0 != "KRW" }
            .filter { $0 != "RUB" || Int.random(in: 0...4, using: &random) == 0 }
            .map { name in
                try Quote(
                    currency: code(name), price: decimal(#require(prices.randomElement(using: &random))),
                    unit: name == "JPY" ? 100 : 1, direction: source == .ecb ? .perPivot : .inPivot)
            }
        return try Sheet(
            source: source, pivot: code(source == .ecb ? "EUR" : "KRW"), day: day,
            publishedAt: PublicationCalendar.ecb.publishedAt(day),
            recordedAt: now.advanced(by: .seconds(-late * 3600)), quotes: quotes)
    }

    @Test("never two answers under one tag, over random events, clocks and restarts", arguments: 0..<12)
    func property(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        try await withBench(rateSources: [.ecb, bok]) { bench in
            let answers = Answers()
            var rates = bench.rates
            for _ in 0..<40 {
                switch Int.random(in: 0...9, using: &random) {
                case 0...2:
                    try await bench.receive([sheet(&random, at: bench.time.now)])
                case 3:
                    try await bench.receive([.priceEdition(bigMac("2026-01-01", [("KR", "KRW", "5500")]))])
                case 4:
                    let holdings = try await CurrencyHoldings.load(
                        from: bench.store, rateSources: [.ecb, bok], metrics: MetricsRegistry())
                    rates = LatestRates(layers: RateLayers(holdings: holdings), time: bench.time.source)
                    try await answers.check(rates, at: bench.time.now)
                    rates = bench.rates
                case 5...6:
                    bench.time.advance(by: .milliseconds(Int.random(in: 1...5000, using: &random)))
                case 7...8:
                    bench.time.advance(by: .seconds(Int.random(in: 1...7200, using: &random)))
                default:
                    bench.time.advance(by: .seconds(Int.random(in: 1...400_000, using: &random)))
                }
                try await answers.check(rates, at: bench.time.now)
                // A clock that was set back, or the other end of the same hour.
                let other = Int.random(in: -3_000_000...3_000_000, using: &random)
                try await answers.check(rates, at: bench.time.now.advanced(by: .milliseconds(other)))
            }
            #expect(answers.known.isEmpty || answers.repeated > 0)
        }
    }
}
