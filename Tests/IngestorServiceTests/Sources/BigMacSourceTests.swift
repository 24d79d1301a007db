import SharedDomain
import Testing

@testable import IngestorService

@Suite("The Big Mac file")
struct BigMacSourceTests {
    /// Oracle: Python's csv over the shipped file.
    @Test("the shipped file has 43 editions and 1,948 prices")
    func shippedFile() throws {
        let source = BigMacSource(id: try .named("bigmac"))
        let file = try #require(source.shippedFile)
        let editions = try editions(try file.payload(at: Rig.fridayEvening))
        #expect(editions.count == 43)
        #expect(editions.reduce(0) { $0 + $1.prices.count } == 1948)
        #expect(editions.map { "\($0.day)" }.min() == "2000-04-01")
        let last = try #require(editions.max { $0.day < $1.day })
        #expect("\(last.day)" == "2026-01-01")
        #expect(last.prices.contains(PublishedPrice(area: "ZAF", currency: "ZAR", localPrice: "54.9")))
        #expect(last.prices.contains { $0.area == "EUZ" && $0.currency == "EUR" })
    }

    @Test("columns are found by their names, in any order")
    func columns() throws {
        let text = "local_price,x,iso_a3,date,currency_code\n5.5,?,KOR,2026-01-01,KRW\n"
        #expect(
            try editions(payload(text)).first?.prices == [
                PublishedPrice(area: "KOR", currency: "KRW", localPrice: "5.5")
            ])
    }

    @Test(
        "a file that is not one of editions is refused with its line",
        arguments: [
            ("", 1), ("date,iso_a3,currency_code\n", 1),
            ("date,iso_a3,currency_code,local_price\n2026-01-01,KOR,KRW\n", 2),
            ("date,iso_a3,currency_code,local_price\n2026-13-01,KOR,KRW,1\n", 2),
        ])
    func refused(text: String, line: Int) {
        #expect { try editions(payload(text)) } throws: { ($0 as? UnreadablePayload)?.line == line }
    }

    private func payload(_ text: String) -> Payload {
        Payload(
            origin: .shipped, url: "test", fetchedAt: Rig.fridayEvening, status: 200, headers: [:],
            body: Array(text.utf8))
    }

    private func editions(_ payload: Payload) throws -> [PublishedEdition] {
        try BigMacSource(id: try .named("bigmac")).parse(payload).compactMap { publication in
            if case .edition(let edition) = publication { edition } else { nil }
        }
    }
}
