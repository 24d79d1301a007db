import GRPCCore
import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("The gRPC method RateHistory.Snapshot")
struct RateHistorySnapshotTests {
    private func snapshot(
        _ date: String, in base: String = "KRW", _ symbols: [String] = [], asOf moment: Instant? = nil,
        memory: SeriesMemory = ECBFile.memory, at now: Instant = ECBFile.recordedAt
    ) async throws -> HistoryV1SnapshotReply {
        try await snapshot(day(date).number, in: base, symbols, asOf: moment, memory: memory, at: now)
    }

    private func snapshot(
        _ day: Int32, in base: String, _ symbols: [String] = [], asOf moment: Instant? = nil,
        memory: SeriesMemory = ECBFile.memory, at now: Instant = ECBFile.recordedAt
    ) async throws -> HistoryV1SnapshotReply {
        try await reply(of: HistoryV1RateHistory.Method.Snapshot.descriptor) { context in
            var request = HistoryV1SnapshotRequest()
            (request.day, request.base, request.symbols) = (day, base, symbols)
            if let moment { request.asOf = moment.milliseconds }
            let time = HandMovedTime(at: now).source
            return try await RateHistoryService(reader: SeriesReader(memory: memory), time: time)
                .snapshot(request: request, context: context)
        }
    }

    // The notes on sources: 100 USD on 2024-01-02 were 131323.4757210661 KRW.
    @Test("a day's rate is that of its sheet")
    func published() async throws {
        let found = try await snapshot("2024-01-02", ["USD"])
        #expect(try found.rates.map(text) == ["USD 1313.234757 2024-01-02 ecb"])
        #expect(found.unavailable.isEmpty)
    }

    // The ECB's file: 2026-10-25 is a Sunday.
    @Test("a Sunday has Friday's rates, in the order asked; what has none is named")
    func sunday() async throws {
        let found = try await snapshot("2026-10-25", ["JPY", "VND", "USD", "RUB", "JPY"])
        let friday = try await snapshot("2026-10-23", ["JPY", "USD"])
        #expect(try found.rates.map(text) == friday.rates.map(text))
        #expect(found.rates.map(\.currency) == ["JPY", "USD"])
        #expect(found.rates.allSatisfy { $0.observedDay == friday.rates[0].observedDay })
        #expect(found.unavailable == ["VND", "RUB"])
    }

    @Test("without symbols every currency of the sheet comes, the base left out")
    func everything() async throws {
        let found = try await snapshot("2008-12-10")
        let number = try day("2008-12-10").number
        let quoted = try #require(ECBLines.quotes[number]).map { String($0.prefix(3)) } + ["EUR"]
        #expect(found.rates.map(\.currency) == quoted.filter { $0 != "KRW" }.sorted())
        // Iceland's krona was last quoted the day before.
        #expect(!found.rates.contains { $0.currency == "ISK" })
    }

    @Test("after the newest sheet that one is served, however old; before the first there is none")
    func lookBack() async throws {
        let later = ECBFile.recordedAt.advanced(by: .seconds(60 * 86_400))
        for date in ["2026-11-13", "2026-12-23"] {
            let found = try await snapshot(date, ["USD"], at: later)
            #expect(try found.rates.map(text) == ["USD 1335.266738 2026-10-30 ecb"])
        }
        let error = await #expect(throws: ServiceError.self) { try await snapshot("1999-01-03", ["USD"], at: later) }
        #expect(error?.code == .notFound)
        #expect(error?.message.contains("from 1999-01-04 on") == true)
    }

    @Test("a day after tomorrow is refused: what will hold then is not known")
    func future() async throws {
        for date in ["2026-11-02", "9000-01-01"] {
            let error = await #expect(throws: ServiceError.self) { try await snapshot(date, ["USD"]) }
            #expect(error?.code == .invalidDate)
        }
        let tomorrow = try await snapshot("2026-11-01", ["USD"])
        #expect(tomorrow.rates.count == 1)
    }

    @Test("each rate is of the source of its pair, on that source's own newest sheet")
    func sources() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-29", ["KRW": "1500", "JPY": "150"]))
        _ = try book.take(bokSheet("2026-10-30", ["SGD": ("1000", 1)]))
        let memory = SeriesMemory(book)
        let found = try await snapshot("2026-10-31", memory: memory)
        #expect(
            try found.rates.map(text) == [
                "EUR 1500 2026-10-29 ecb", "JPY 10 2026-10-29 ecb", "SGD 1000 2026-10-30 bok",
            ])
        let euros = try await snapshot("2026-10-31", in: "EUR", ["SGD", "EUR"], memory: memory)
        #expect(try euros.rates.map(text) == ["EUR 1 2026-10-29 ecb"])
        #expect(euros.unavailable == ["SGD"])
    }

    // By hand: 1 was corrected to 2 a second later.
    @Test("as of a moment before a correction nothing is known of it")
    func asOf() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1"], recordedAfter: -2000))
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500", "USD": "2"], recordedAfter: -1000))
        let memory = SeriesMemory(book)
        let before = try await snapshot(
            "2026-10-30", ["USD"], asOf: ECBFile.recordedAt.advanced(by: .milliseconds(-1001)), memory: memory)
        let now = try await snapshot("2026-10-30", ["USD"], memory: memory)
        #expect(try before.rates.map(text) == ["USD 1500 2026-10-30 ecb"])
        #expect(try now.rates.map(text) == ["USD 750 2026-10-30 ecb"])
    }

    @Test(
        "what is wrong is refused with the code of the contract",
        arguments: [
            ("", [], ErrorCode.missingParameter), ("WON", [], .invalidCurrencyCode), ("VND", [], .notFound),
            ("KRW", [""], .missingParameter), ("KRW", ["USD", "XYZ"], .invalidCurrencyCode),
            ("KRW", Array(repeating: "USD", count: 201), .invalidParameter),
        ])
    func refused(base: String, symbols: [String], code: ErrorCode) async throws {
        let error = await #expect(throws: ServiceError.self) { try await snapshot("2026-10-30", in: base, symbols) }
        #expect(error?.code == code)
    }

    @Test("days that no calendar has are refused, and an empty memory is not ready")
    func refusedDays() async throws {
        for number: Int32 in [.min, .max, 10_000_000] {
            let error = await #expect(throws: ServiceError.self) { try await snapshot(number, in: "KRW") }
            #expect(error?.code == .invalidDate)
        }
        let empty = await #expect(throws: ServiceError.self) {
            try await snapshot("2026-10-30", memory: SeriesMemory())
        }
        #expect(empty?.code == .dataNotReady)
    }

    private func text(_ rate: HistoryV1SnapshotRate) throws -> String {
        "\(rate.currency) \(try ExactDecimal(rate.rate)) \(Day(number: rate.observedDay)) \(rate.source)"
    }
}
