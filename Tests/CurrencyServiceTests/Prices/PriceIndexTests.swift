import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The price index, against Python's fractions")
struct PriceIndexTests {
    @Test("a Big Mac in every country beside three others, and in dollars")
    func everywhere() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            try await bench.receive(BigMacFile.facts())
            let lines = PriceIndexTable.now.split(separator: "\n")
            #expect(lines.count == Country.all.count)
            for line in lines {
                let fields = line.split(separator: "|").map(String.init)
                for (base, expected) in zip(["KR", "US", "DE"], fields[2...4]) {
                    let answer = try await bench.index(fields[0], base: base)
                    #expect(answer.text("bigmac") == expected, "\(fields[0]) in \(base)")
                    #expect(answer.composite?.description ?? "-" == expected)
                    let item = try #require(answer.item("bigmac"))
                    #expect(item.comparison.price.current?.price.area.description ?? "-" == fields[1])
                    #expect(item.dollars?.description ?? "-" == fields[5])
                    #expect((item.index == nil) == (item.comparison.missing != nil))
                    #expect(answer.isAnsweredByEuroArea == (fields[1] == "EUZ"))
                }
            }
        }
    }

    @Test("old editions answer as of their day, the euro area's for those who were members by then")
    func editions() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            try await bench.receive(BigMacFile.facts())
            let lines = PriceIndexTable.then.split(separator: "\n")
            #expect(lines.count == 49)
            for line in lines {
                let fields = line.split(separator: "|").map(String.init)
                let answer = try await bench.index(fields[1], base: "US", edition: fields[0])
                let item = try #require(answer.item("bigmac"))
                #expect(item.comparison.price.current?.day.description ?? "-" == fields[2], "\(line)")
                #expect(item.index?.description ?? "-" == fields[3], "\(line)")
            }
        }
    }

    @Test("the ranking is in order, equals share a rank", arguments: ["KR", "US", "DE"])
    func ranking(base: String) async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            try await bench.receive(BigMacFile.facts())
            let expected = try #require(PriceIndexTable.rankings[base])
            for item in [nil, "bigmac"] {
                let answer = try await bench.ranking(base: base, item: item)
                #expect(answer.text == expected)
                #expect(answer.total == answer.entries.count)
                let itself = answer.entries.first { "\($0.country.alpha2)" == base }
                #expect(itself?.composite.description == "100")
                #expect(answer.entries.allSatisfy { $0.isAnsweredByEuroArea == $0.country.isEuroArea })
            }
            let short = try await bench.ranking(base: base, limit: 30)
            #expect(short.text == expected.split(separator: " ").prefix(30).joined(separator: " "))
            #expect(short.total == 49)
        }
    }

    // Python: (Fraction(125000, 3000) + Fraction(250000, 1500) + Fraction(125000, 7000)) / 3 = 4750/63. The mean of the
    // three at four digits, 41.67, 166.7 and 17.86, would be 75.41.
    @Test(
        "the composite is the exact mean of the indices that there are, rounded once",
        arguments: [(4, "75.4"), (10, "75.3968254"), (20, "75.396825396825396825")])
    func composite(digits: Int, expected: String) async throws {
        try await withBench { bench in
            // A dollar is 1250 won.
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2"])])
            try await bench.receive([
                basket("a", "2026-01-01", [("KR", "KRW", "3000"), ("US", "USD", "1")]),
                basket("b", "2026-01-01", [("KR", "KRW", "1500"), ("US", "USD", "2")]),
                basket("c", "2026-01-01", [("KR", "KRW", "7000"), ("US", "USD", "1.00")]),
                basket("d", "2026-01-01", [("KR", "KRW", "1")]),
            ])
            let answer = try await bench.index("US", digits: digits)
            #expect(answer.composite?.description == expected)
            #expect(answer.items.map(\.name) == ["a", "b", "c", "d"])
            #expect(answer.item("d")?.comparison.missing == .noPrice)
        }
    }
}
