import SharedDomain
import Testing

@testable import IngestorService

@Suite("The operator's file of baskets")
struct BasketFileTests {
    private static let header = "date,country,item,local_price,currency,source\n"

    @Test("the lines of one item, day and collector are an edition, in any order and with any line ends")
    func editions() throws {
        let (editions, refusals) = try read(
            """
            2026-10-01,KR,starbucks-latte,5000,KRW,example-survey
            2026-10-01,KR,metro-ticket,1550,KRW,example-survey\r
            2026-10-01,"USA",starbucks-latte,"4.95",USD,example-survey
            2026-07-01,KR,starbucks-latte,4700,KRW,example-survey

            2026-10-01,KR,starbucks-latte,5100,KRW,someone-else
            """)
        #expect(refusals.isEmpty)
        #expect(
            editions.map(name) == [
                "2026-07-01 starbucks-latte example-survey: KR 4700 KRW",
                "2026-10-01 metro-ticket example-survey: KR 1550 KRW",
                "2026-10-01 starbucks-latte example-survey: KR 5000 KRW, USA 4.95 USD",
                "2026-10-01 starbucks-latte someone-else: KR 5100 KRW",
            ])
        #expect(editions.flatMap { $0.prices.compactMap(\.place) }.contains("line 4 (starbucks-latte USA)"))
    }

    @Test(
        "a file of nothing but its header has nothing, with or without a byte order mark", arguments: ["", "\u{FEFF}"])
    func empty(mark: String) throws {
        let bytes = Array((mark + Self.header).utf8)
        #expect(try BasketFile.publications(in: bytes, today: .of("2026-10-30")).isEmpty)
    }

    @Test(
        "a line that is part of no edition is refused by itself, with its line",
        arguments: [
            ("2026-10-01,KR,latte,5000,KRW", Refusal.Rule.malformedLine, "2026-10-30"),
            ("2026-10-01,KR,latte,5000,KRW,me,", .malformedLine, "2026-10-30"),
            ("2026-10-32,KR,latte,5000,KRW,me", .malformedLine, "2026-10-30"),
            ("01.10.2026,KR,latte,5000,KRW,me", .malformedLine, "2026-10-30"),
            ("2026-10-01,KR,Tall Latte,5000,KRW,me", .malformedLine, "2026-10-01"),
            ("2026-10-01,KR,,5000,KRW,me", .malformedLine, "2026-10-01"),
            ("2026-10-01,KR,latte,5000,KRW,", .malformedLine, "2026-10-01"),
            ("2026-10-01,KR,latte,5000,KRW,My Survey", .malformedLine, "2026-10-01"),
            ("2026-10-01,KR,latte,5000,KRW,bigmac", .reservedSource, "2026-10-01"),
            ("2026-10-01,KR,latte,5000,KRW,ecb", .reservedSource, "2026-10-01"),
        ])
    func refused(line: String, rule: Refusal.Rule, day: String) throws {
        let (editions, refusals) = try read("2026-10-01,JP,latte,500,JPY,me\n\(line)\n2026-10-01,US,latte,5,USD,me\n")
        #expect(editions.map(name) == ["2026-10-01 latte me: JP 500 JPY, US 5 USD"])
        #expect(refusals.map(\.rule) == [rule])
        #expect(refusals.map(\.subject) == ["line 3"])
        #expect(refusals.map { "\($0.day)" } == [day])
        #expect(
            refusals.allSatisfy {
                !$0.reason.isEmpty && !$0.value.isEmpty || line.contains(",,") || line.hasSuffix(",")
            })
    }

    @Test(
        "what is no such table is refused as a whole, with the line",
        arguments: [
            ("", 1), ("date,country,item,price,currency,source\n", 1), ("2026-10-01,KR,latte,5000,KRW,me\n", 1),
            ("date,country,item,local_price,currency,source,note\n", 1),
            ("date,country,item,local_price,currency,source\n2026-10-01,KR,latte,\"5000,KRW,me\n", 2),
            ("date,country,item,local_price,currency,source\n\n2026-10-01,K\"R,latte,5000,KRW,me\n", 3),
            ("PK\u{3}\u{4}", 1),
        ])
    func unreadable(text: String, line: Int) throws {
        let today = try Day.of("2026-10-30")
        #expect { try BasketFile.publications(in: Array(text.utf8), today: today) } throws: {
            ($0 as? UnreadablePayload)?.line == line
        }
    }

    private func read(_ lines: String) throws -> ([PublishedEdition], [Refusal]) {
        let publications = try BasketFile.publications(
            in: Array((Self.header + lines).utf8), today: .of("2026-10-30"))
        var (editions, refusals) = ([PublishedEdition](), [Refusal]())
        for publication in publications {
            switch publication {
            case .edition(let edition): editions.append(edition)
            case .unusable(let refusal): refusals.append(refusal)
            case .sheet: Issue.record("a file of prices has no rates")
            }
        }
        return (editions.sorted { name($0) < name($1) }, refusals)
    }

    private func name(_ edition: PublishedEdition) -> String {
        let collector = edition.collector.map { "\($0)" } ?? "nobody"
        let prices = edition.prices.map { "\($0.area) \($0.localPrice) \($0.currency)" }
        return "\(edition.day) \(edition.item) \(collector): \(prices.joined(separator: ", "))"
    }
}
