import NIOCore
import SharedContracts
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("One version, one price index")
struct PriceVersionPropertyTests {
    @Test("never two answers under one tag, over random events and clocks", arguments: 0..<6)
    func property(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        try await withBench { bench in
            var known: [String: String] = [:]
            var repeated = 0
            for step in 0..<60 {
                switch Int.random(in: 0...5, using: &random) {
                case 0:
                    let won = ["1500", "1501"].randomElement(using: &random) ?? "1500"
                    try await bench.receive([
                        ecbSheet("2026-10-30", ["KRW": won, "USD": "1.2"], recordedAt: bench.time.now)
                    ])
                case 1:
                    let price = ["6", "6.1"].randomElement(using: &random) ?? "6"
                    let date = ["2023-10-31", "2023-11-02", "2026-01-01"].randomElement(using: &random) ?? "2026-01-01"
                    try await bench.receive(
                        [basket("bigmac", date, [("KR", "KRW", "5500"), ("US", "USD", price)])],
                        recordedAt: bench.time.now)
                case 2: bench.time.advance(by: .seconds(Int.random(in: 1...40_000, using: &random)))
                default: bench.time.advance(by: .milliseconds(Int.random(in: 1...90_000, using: &random)))
                }
                // A clock that was set back, too.
                let moment = bench.time.now.advanced(by: .seconds(-(step % 3) * 1000))
                guard let version = bench.useCases.indexes.version(at: moment) else { continue }
                #expect(version.asOf <= moment)
                #expect(version.freshUntil.map { $0 > moment } ?? true)
                let question = try PriceIndexQuestion(
                    country: country("US"), base: country("KR"), significantDigits: 10)
                let answer = try await bench.useCases.indexes.index(question, at: moment)
                #expect(answer.version == version)
                let text = "\(version.asOf) \(String(buffer: JSONWriter.encode(answer)))"
                repeated += known[version.tag] == nil ? 0 : 1
                #expect(known[version.tag, default: text] == text)
                known[version.tag] = text
            }
            #expect(repeated > 0)
        }
    }
}
