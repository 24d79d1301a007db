import GRPCCore
import SharedContracts
import SharedDomain
import Testing

@testable import HistoryService

@Suite("The gRPC method RateHistory.Series")
struct RateHistoryServiceTests {
    private func slices(
        _ target: String, in base: String = "KRW", from: String? = nil, to: String? = nil,
        memory: SeriesMemory = ECBFile.memory
    ) async throws -> [HistoryV1SeriesSlice] {
        var request = HistoryV1SeriesRequest()
        request.target = target
        request.base = base
        if let from { request.from = try day(from).number }
        if let to { request.to = try day(to).number }
        return try await slices(request, memory: memory)
    }

    private func slices(
        _ request: HistoryV1SeriesRequest, memory: SeriesMemory = ECBFile.memory
    ) async throws -> [HistoryV1SeriesSlice] {
        let service = RateHistoryService(reader: SeriesReader(memory: memory))
        return try await messages(of: HistoryV1RateHistory.Method.Series.descriptor) { response, context in
            try await service.series(request: request, response: response, context: context)
        }
    }

    @Test("27 years come in slices of at most 1,000 points, in order, without a gap or a repetition")
    func everything() async throws {
        let slices = try await slices("USD")
        #expect(slices.map(\.days.count) == [1000, 1000, 1000, 1000, 1000, 1000, 1000, 126])
        #expect(slices.map(\.rates.count) == slices.map(\.days.count))
        let expected = try SeriesReader(memory: ECBFile.memory).series(question("USD", "max")).series
        #expect(slices.flatMap(\.days) == expected.days)
        #expect(slices.flatMap(\.rates) == expected.rates)
        // The ECB's file, by awk.
        #expect(slices.last?.rates.last == 1335.266738274257)
    }

    @Test("days are taken with both ends")
    func window() async throws {
        let slices = try await slices("EUR", from: "2026-10-23", to: "2026-10-26")
        #expect(slices.flatMap(\.rates) == [1482.46, 1482.72])
    }

    @Test("a window without observations is an empty stream")
    func empty() async throws {
        #expect(try await slices("ISK", from: "2010-01-01", to: "2010-12-31").isEmpty)
    }

    @Test(
        "what is wrong is refused with the code of the contract",
        arguments: [
            ("", "KRW", ErrorCode.missingParameter), ("USD", "", .missingParameter),
            ("XYZ", "KRW", .invalidCurrencyCode), ("USD", "DOLLAR", .invalidCurrencyCode),
            ("KRW", "KRW", .invalidParameter), ("VND", "KRW", .notFound),
        ])
    func refused(target: String, base: String, code: ErrorCode) async throws {
        let error = await #expect(throws: ServiceError.self) { try await slices(target, in: base) }
        #expect(error?.code == code)
    }

    @Test("days that end before they begin, or that no calendar has, are refused")
    func refusedDays() async throws {
        let backwards = await #expect(throws: ServiceError.self) {
            try await slices("USD", from: "2026-10-30", to: "2026-10-29")
        }
        #expect(backwards?.code == .invalidParameter)
        for number: Int32 in [.min, .max, 10_000_000] {
            var request = HistoryV1SeriesRequest()
            request.target = "USD"
            request.base = "KRW"
            request.from = number
            let asked = request
            let error = await #expect(throws: ServiceError.self) { try await slices(asked) }
            #expect(error?.code == .invalidDate)
        }
    }

    // By hand: 1 was corrected to 2 a second later.
    @Test("as of a moment before a correction nothing is known of it, and what is still to come is refused")
    func asOf() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1"], recordedAfter: -2000))
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500", "USD": "2"], recordedAfter: -1000))
        let memory = SeriesMemory(book)
        var request = HistoryV1SeriesRequest()
        request.target = "USD"
        request.base = "KRW"
        request.asOf = ECBFile.recordedAt.milliseconds - 1001
        let before = try await slices(request, memory: memory)
        #expect(before.flatMap(\.rates) == [1500])
        request.asOf = ECBFile.recordedAt.milliseconds - 1000
        let after = try await slices(request, memory: memory)
        #expect(after.flatMap(\.rates) == [750])
        request.asOf = ECBFile.recordedAt.milliseconds + 1
        let asked = request
        let error = await #expect(throws: ServiceError.self) { try await slices(asked, memory: memory) }
        #expect(error?.details["parameter"] == "as_of")
    }

    @Test("an empty memory is not ready")
    func notReady() async throws {
        let error = await #expect(throws: ServiceError.self) { try await slices("USD", memory: SeriesMemory()) }
        #expect(error?.code == .dataNotReady)
    }
}
