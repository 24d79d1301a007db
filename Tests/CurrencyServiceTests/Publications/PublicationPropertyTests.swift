import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Any order of publications and corrections")
struct PublicationPropertyTests {
    /// What a day comes to, from the rule: of each publication the edition recorded last, and of each currency the quote
    /// of the latest publication that has one.
    private func close(_ editions: [Sheet]) -> String {
        var newest: [Instant: Sheet] = [:]
        for edition in editions where newest[edition.publishedAt].map({ $0.recordedAt < edition.recordedAt }) ?? true {
            newest[edition.publishedAt] = edition
        }
        var prices: [String: String] = [:]
        for publication in newest.values.sorted(by: { $0.publishedAt > $1.publishedAt }) {
            for quote in publication.quotes where prices["\(quote.currency)"] == nil {
                prices["\(quote.currency)"] = "\(quote.price)"
            }
        }
        let hour = (newest.keys.max()?.milliseconds ?? 0) / 3_600_000 % 24
        let quotes = prices.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return "\(editions[0].day) \(hour): \(quotes.joined(separator: ", "))"
    }

    /// Publications and corrections of two days in the order they were recorded, each with some of four currencies, of
    /// few figures: some say the same again, some take a currency away, some were overtaken long ago.
    private func sequence(_ random: inout SplitMix64) throws -> [Sheet] {
        var begun: Set<String> = []
        return try (1...60).map { number in
            let date = ["2026-10-29", "2026-10-30"].randomElement(using: &random) ?? ""
            let hour = Int.random(in: 1...5, using: &random)
            let codes = ["USD", "JPY", "KRW", "GBP"].filter { _ in Bool.random(using: &random) }
            let prices = try (codes.isEmpty ? ["USD"] : codes).map { ($0, try price(&random)) }
            // What comes first of a publication cannot have been overtaken.
            let isOvertaken = !begun.insert("\(date) \(hour)").inserted && Int.random(in: 0..<8, using: &random) == 0
            return try publication(
                date, hour: hour, Dictionary(uniqueKeysWithValues: prices), recordedAfter: isOvertaken ? 0 : number)
        }
    }

    private func price(_ random: inout SplitMix64) throws -> String { "1.\(Int.random(in: 1...3, using: &random))" }

    @Test("ends in what the rule says, in whatever batches it comes, after every one of them", arguments: 1...40)
    func rule(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let events = try sequence(&random)
        try await withBench { bench in
            var end = 0
            while end < events.count {
                let start = end
                end = min(end + Int.random(in: 1...9, using: &random), events.count)
                try await bench.receive(Array(events[start..<end]))
                let days = Dictionary(grouping: events[..<end], by: \.day).sorted { $0.key < $1.key }
                #expect(try await bench.closes().map(\.text) == days.map { close($0.value) }, "after \(end)")
            }
        }
    }
}
