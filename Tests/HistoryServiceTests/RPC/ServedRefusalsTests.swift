import GRPCCore
import SharedContracts
import SharedDomain
import SharedRPC
import SharedTesting
import Testing

@testable import HistoryService

@Suite("What history refuses over a real connection", .timeLimit(.minutes(2)))
struct ServedRefusalsTests {
    /// What a caller is told.
    private struct Refusal {
        let status: RPCError.Code
        /// The code of the contract, nil for a refusal that is none of ours.
        let code: ErrorCode?
        /// Parts of the message: the value, and what it is of.
        let words: [String]
    }

    private func expect(_ expected: Refusal, _ call: @Sendable () async throws -> Void) async {
        let error = await #expect(throws: RPCError.self) { try await call() }
        guard let error else { return }
        #expect(error.code == expected.status)
        let named = error.metadata[stringValues: "x-error-code"].first { _ in true }
        #expect(named == expected.code?.rawValue)
        for word in expected.words { #expect(error.message.contains(word), "\(error.message)") }
    }

    private func refused(_ code: ErrorCode, _ words: String...) -> Refusal {
        Refusal(status: .invalidArgument, code: code, words: words)
    }

    @Test("a currency that is none is named, by every method that takes one")
    func currencies() async throws {
        let expected = refused(.invalidCurrencyCode, "'XYZ'")
        try await ServedHistory.serving { history in
            let client = history.client
            await expect(expected) { try await read(client, ServedHistory.series("XYZ")) }
            await expect(expected) { try await read(client, ServedHistory.series("USD", in: "XYZ")) }
            await expect(expected) { _ = try await client.statistics(ServedHistory.statistics("XYZ")) }
            await expect(expected) { _ = try await client.snapshot(ServedHistory.snapshot(20_000, ["XYZ"])) }
            await expect(expected) { _ = try await client.percentiles(ServedHistory.percentiles(["USD", "XYZ"])) }
        }
    }

    @Test("what is left out is named")
    func missing() async throws {
        try await ServedHistory.serving { history in
            let client = history.client
            await expect(refused(.missingParameter, "target")) { try await read(client, HistoryV1SeriesRequest()) }
            await expect(refused(.missingParameter, "period")) {
                _ = try await client.statistics(ServedHistory.statistics("USD", ""))
            }
            await expect(refused(.missingParameter, "base")) {
                _ = try await client.snapshot(HistoryV1SnapshotRequest())
            }
            await expect(refused(.missingParameter, "ranges")) {
                try await client.sheets(HistoryV1SheetsRequest()) { for try await _ in $0.messages {} }
            }
            await expect(refused(.invalidParameter, "targets", "'0 values'")) {
                _ = try await client.percentiles(ServedHistory.percentiles([]))
            }
        }
    }

    @Test("10,000 currencies are too many, and are counted for the caller")
    func manyCurrencies() async throws {
        let many = Array(repeating: "USD", count: 10_000)
        try await ServedHistory.serving { history in
            let client = history.client
            await expect(refused(.invalidParameter, "targets", "'10000 values'")) {
                _ = try await client.percentiles(ServedHistory.percentiles(many))
            }
            await expect(refused(.invalidParameter, "symbols", "'10000 values'")) {
                _ = try await client.snapshot(ServedHistory.snapshot(20_000, many))
            }
        }
    }

    @Test("a day that no calendar has, days that end before they begin, and a period that is none are named")
    func days() async throws {
        try await ServedHistory.serving { history in
            let client = history.client
            for number: Int32 in [.min, .max] {
                let expected = refused(.invalidDate, "'\(number)'")
                await expect(expected) { try await read(client, ServedHistory.series(from: number)) }
                await expect(expected) { _ = try await client.snapshot(ServedHistory.snapshot(number)) }
                await expect(expected) {
                    try await client.sheets(sheetsRequest([dayRange(number, number)])) {
                        for try await _ in $0.messages {}
                    }
                }
            }
            await expect(refused(.invalidParameter, "from")) {
                try await read(client, ServedHistory.series(from: 20_001, to: 20_000))
            }
            await expect(refused(.invalidPeriod, "'7w'")) {
                _ = try await client.statistics(ServedHistory.statistics("USD", "7w"))
            }
        }
    }

    @Test("a moment that has not come is refused by every method that takes one")
    func future() async throws {
        let moment = ECBFile.recordedAt.advanced(by: .milliseconds(1))
        let expected = refused(.invalidDate, "as_of")
        try await ServedHistory.serving { history in
            let client = history.client
            await expect(expected) { try await read(client, ServedHistory.series(asOf: moment)) }
            await expect(expected) { _ = try await client.statistics(ServedHistory.statistics(asOf: moment)) }
            await expect(expected) { _ = try await client.snapshot(ServedHistory.snapshot(20_000, asOf: moment)) }
        }
    }

    @Test("what is not held is not found, and an empty memory is not ready")
    func nothing() async throws {
        let absent = Refusal(status: .notFound, code: .notFound, words: ["VND"])
        try await ServedHistory.serving { history in
            await expect(absent) { try await read(history.client, ServedHistory.series("VND")) }
            await expect(absent) {
                _ = try await history.client.percentiles(ServedHistory.percentiles(["USD"], in: "VND"))
            }
        }
        let notReady = Refusal(status: .unavailable, code: .dataNotReady, words: [])
        try await ServedHistory.serving(SeriesMemory()) { history in
            await expect(notReady) { try await read(history.client, ServedHistory.series()) }
            await expect(notReady) { _ = try await history.client.statistics(ServedHistory.statistics()) }
            await expect(notReady) { _ = try await history.client.coverage(HistoryV1CoverageRequest()) }
        }
    }

    // The library closes the stream without a status, which a client takes for UNAVAILABLE.
    @Test("a request of more than 4 MiB is not taken in, and the server goes on answering")
    func tooLarge() async throws {
        // A field of 3 characters has 5 bytes on the wire: 5 MB in all.
        let huge = ServedHistory.percentiles(Array(repeating: "USD", count: 1_000_000))
        try await ServedHistory.serving { history in
            await expect(Refusal(status: .unavailable, code: nil, words: [])) {
                _ = try await history.client.percentiles(huge)
            }
            let found = try await history.client.percentiles(ServedHistory.percentiles(["USD"]))
            #expect(found.percentiles.count == 1)
        }
    }

    @Test("a service that history does not have is not implemented")
    func unknownMethod() async throws {
        try await ServedHistory.serving { history in
            let rates = CurrencyV1CurrencyRates.Client(wrapping: history.peer.client)
            await expect(Refusal(status: .unimplemented, code: nil, words: [])) {
                _ = try await rates.latest(CurrencyV1LatestRequest())
            }
        }
    }

    private func read(_ client: ServedHistory.Client, _ request: HistoryV1SeriesRequest) async throws {
        try await client.series(request) { for try await _ in $0.messages {} }
    }
}
