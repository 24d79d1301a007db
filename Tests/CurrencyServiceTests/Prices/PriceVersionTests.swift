import HTTPTypes
import SharedContracts
import SharedDomain
import SharedHTTP
import SharedTelemetry
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The version of the price index")
struct PriceVersionTests {
    private let path = "/api/v1/currencies/price-index?country=US"
    private let sheet = ["KRW": "1500", "USD": "1.2"]
    private let prices = [("KR", "KRW", "5500"), ("US", "USD", "6")]

    private func version(_ bench: Bench) throws -> AnswerVersion {
        try #require(bench.useCases.indexes.version(at: bench.time.now))
    }

    @Test("there is none until both rates and prices are held")
    func none() async throws {
        try await withBench { bench in
            let now = bench.time.now
            try await bench.receive([basket("bigmac", "2026-01-01", prices)])
            #expect(bench.useCases.indexes.version(at: now) == nil)
            try await bench.receive([ecbSheet("2026-10-30", sheet)])
            #expect(bench.useCases.indexes.version(at: now) != nil)
        }
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", sheet)])
            #expect(bench.useCases.indexes.version(at: bench.time.now) == nil)
        }
    }

    @Test("it moves on with rates, with prices, with a correction of either, with the hour and with the setting")
    func changes() async throws {
        try await withPrices([basket("bigmac", "2026-01-01", prices)]) { bench in
            var tags = [try version(bench).tag]
            let later = ECBFile.recordedAt.advanced(by: .milliseconds(1))
            try await bench.receive([
                ecbSheet("2026-10-30", ["KRW": "1501", "USD": "1.2", "JPY": "150"], recordedAt: later)
            ])
            tags.append(try version(bench).tag)
            try await bench.receive([basket("bigmac", "2026-02-01", prices)])
            tags.append(try version(bench).tag)
            try await bench.receive([basket("bigmac", "2026-02-01", [("KR", "KRW", "5501")])])
            tags.append(try version(bench).tag)
            bench.time.advance(by: .seconds(3600))
            tags.append(try version(bench).tag)
            let other = PriceIndexes(
                layers: RateLayers(holdings: bench.holdings), time: bench.time.source, maximumAgeDays: 9)
            tags.append(try #require(other.version(at: bench.time.now)).tag)
            #expect(Set(tags).count == 6)
        }
    }

    @Test("it is the same after a restart, and stays with the same edition again")
    func same() async throws {
        try await withPrices([basket("bigmac", "2026-01-01", prices)]) { bench in
            let before = try version(bench)
            try await bench.receive(
                [basket("bigmac", "2026-01-01", prices)], recordedAt: ECBFile.recordedAt.advanced(by: .seconds(9)))
            #expect(try version(bench) == before)
            let holdings = try await CurrencyHoldings.load(
                from: bench.store, rateSources: [.ecb], metrics: MetricsRegistry())
            let restarted = PriceIndexes(layers: RateLayers(holdings: holdings), time: bench.time.source)
            #expect(restarted.version(at: bench.time.now) == before)
        }
    }

    @Test("an edition that was taken in within the hour is not answered as of its beginning")
    func recorded() async throws {
        try await withPrices([basket("bigmac", "2026-01-01", prices)]) { bench in
            let recordedAt = try #require(Instant("2026-10-30T16:07:12.345Z"))
            try await bench.receive([basket("bigmac", "2026-10-01", prices)], recordedAt: recordedAt)
            bench.time.advance(to: try #require(Instant("2026-10-30T16:05:00Z")))
            // A service whose clock is behind the data-ingestor's.
            let behind = try version(bench)
            #expect(behind.asOf == Instant("2026-10-30T16:00:00Z"))
            #expect(behind.freshUntil == recordedAt)
            bench.time.advance(to: try #require(Instant("2026-10-30T16:10:00Z")))
            let version = try version(bench)
            #expect(version.asOf == recordedAt)
            #expect(version.freshUntil == Instant("2026-10-30T17:00:00Z"))
            let answer = try await bench.index("US")
            #expect(answer.version == version)
            #expect(answer.rates.first?.entry.ageSeconds == 4032)
        }
    }

    @Test("what a client holds is good until prices change, and is answered anew after that")
    func kept() async throws {
        try await withPrices([basket("bigmac", "2026-01-01", prices)]) { bench in
            let edge = try bench.edge()
            let first = try await edge.ask(path)
            let tag = try #require(first.headers[.eTag])
            #expect(first.headers[.cacheControl] == "public, max-age=3600")
            #expect(try await edge.ask(path, held: tag).status == 304)
            try await bench.receive([basket("metro-ticket", "2026-10-01", [("KR", "KRW", "1500")])])
            let next = try await edge.ask(path, held: tag)
            #expect(next.status == 200)
            #expect(next.text.contains("metro-ticket"))
        }
    }

    // The price of 2023-10-30 is 1,096 days old on 2026-10-30.
    @Test("a price ends with its last day in UTC, under another tag")
    func ageing() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", sheet)])
            try await bench.receive([basket("bigmac", "2023-10-30", prices)])
            let edge = try bench.edge()
            bench.time.advance(to: try #require(Instant("2026-10-30T23:59:59Z")))
            let last = try await edge.ask(path)
            #expect(last.headers[.cacheControl] == "public, max-age=1")
            #expect(last.text.contains(#""bigmac_price_local":6,"#))
            bench.time.advance(by: .seconds(1))
            let next = try await edge.ask(path, held: last.headers[.eTag])
            #expect(next.status == 200)
            #expect(next.text.contains(#""bigmac_price_local":null,"#))
        }
    }
}
