import GRPCCore
import SharedContracts
import SharedDomain
import SharedTesting
import Synchronization
import Testing

@testable import CurrencyService

@Suite("The gRPC method CurrencyRates.Changes", .timeLimit(.minutes(1)))
struct ChangesTests {
    @Test("first the latest rates, then each one that changes; the last of a state names it")
    func changes() async throws {
        try await withStreamBench { test in
            let messages = Messages()
            let call = Task { try await test.changes(symbols: ["USD", "JPY"], to: messages) }
            try await messages.wait(for: 1)
            try await test.bench.receive([ecbSheet("2026-10-29", ["USD": "1.2", "JPY": "125", "KRW": "1500"])])
            try await messages.wait(for: 3)
            let all = messages.all
            #expect(all[0].snapshot.base == "KRW")
            #expect(all[0].snapshot.rates.map(\.currency) == ["JPY", "USD"])
            #expect(try all[0].snapshot.rates.map { try ExactDecimal($0.rate).description } == ["10", "1200"])
            #expect(all.dropFirst().map(\.rate.currency) == ["JPY", "USD"])
            // 1500 ÷ 125 and 1500 ÷ 1.2.
            #expect(try all.dropFirst().map { try ExactDecimal($0.rate.rate).description } == ["12", "1250"])
            #expect(all[1].id.isEmpty)
            #expect(!all[0].id.isEmpty && !all[2].id.isEmpty && all[0].id != all[2].id)

            // Resumed after the first, it gets the step and no snapshot.
            let again = Messages()
            let resumed = Task { try await test.changes(symbols: ["USD", "JPY"], after: all[0].id, to: again) }
            try await again.wait(for: 2)
            #expect(again.all == Array(all.dropFirst()))

            test.stream.close()
            for task in [call, resumed] {
                let error = await #expect(throws: RPCError.self) { try await task.value }
                #expect(error?.code == .unavailable)
            }
            #expect(test.stream.subscriberCount == 0)
        }
    }

    @Test("a step without a change of what was asked for brings its name alone")
    func quiet() async throws {
        try await withStreamBench { test in
            let messages = Messages()
            let call = Task { try await test.changes(symbols: ["JPY"], to: messages) }
            try await messages.wait(for: 1)
            try await test.bench.receive([ecbSheet("2026-10-28", ["USD": "1.3", "JPY": "150", "KRW": "1500"])])
            try await test.bench.receive([ecbSheet("2026-10-29", ["USD": "1.4", "JPY": "125", "KRW": "1500"])])
            try await messages.wait(for: 2)
            test.stream.close()
            _ = await call.result
            #expect(messages.all.allSatisfy { !$0.id.isEmpty })
            #expect(Set(messages.all.map(\.id)).count == messages.all.count)
        }
    }

    @Test("a caller that leaves is forgotten")
    func gone() async throws {
        try await withStreamBench { test in
            let messages = Messages()
            let call = Task { try await test.changes(to: messages) }
            try await messages.wait(for: 1)
            call.cancel()
            _ = await call.result
            #expect(test.stream.subscriberCount == 0)
        }
    }

    @Test("a receiver that does not keep up is told so, while a write waits for it")
    func slow() async throws {
        try await withStreamBench(statesKept: 2) { test in
            let messages = Messages(stuckAfter: 1)
            let call = Task { try await test.changes(to: messages) }
            try await messages.wait(for: 1)
            for number in 1...4 {
                try await test.bench.receive([
                    ecbSheet(
                        "2026-10-29", ["USD": "1.\(number)", "JPY": "150", "KRW": "1500"],
                        recordedAt: ECBFile.recordedAt.advanced(by: .seconds(number)))
                ])
            }
            let error = await #expect(throws: RPCError.self) { try await call.value }
            #expect(error?.code == .resourceExhausted)
            #expect(test.stream.subscriberCount == 0)
            #expect(messages.all.count == 1)
        }
    }

    @Test(
        "what is wrong is refused as in Latest",
        arguments: [
            ("", ErrorCode.missingParameter), ("XYZ", .invalidCurrencyCode), ("RUB", .notFound),
        ])
    func refused(base: String, code: ErrorCode) async throws {
        try await withStreamBench { test in
            let error = await #expect(throws: ServiceError.self) { try await test.changes(base: base, to: Messages()) }
            #expect(error?.code == code)
            #expect(test.stream.subscriberCount == 0)
        }
    }
}

extension StreamBench {
    /// Calls the method in this task.
    fileprivate func changes(
        base: String = "KRW", symbols: [String] = [], after id: String = "", to messages: Messages
    ) async throws {
        var request = CurrencyV1ChangesRequest()
        request.base = base
        request.symbols = symbols
        request.resumeAfter = id
        let asked = request
        let useCases = bench.useCases
        let service = CurrencyRatesService(
            rates: useCases.rates, details: useCases.details, conversions: useCases.conversions,
            indexes: useCases.indexes, stream: stream)
        try await withServerContextRPCCancellationHandle { cancellation in
            try await service.changes(
                request: asked, response: RPCWriter(wrapping: messages),
                context: ServerContext(
                    descriptor: CurrencyV1CurrencyRates.Method.Changes.descriptor, remotePeer: "in-process:1",
                    localPeer: "in-process:2", cancellation: cancellation))
        }
    }
}

/// Takes messages, as many as it likes; then it does not read any more.
private final class Messages: RPCWriterProtocol {
    private let taken = Mutex<[CurrencyV1Change]>([])
    private let stuckAfter: Int
    private let never = Gate()

    init(stuckAfter: Int = .max) {
        self.stuckAfter = stuckAfter
    }

    var all: [CurrencyV1Change] { taken.withLock { $0 } }

    func write(_ element: CurrencyV1Change) async throws {
        guard all.count < stuckAfter else { return try await never.wait() }
        taken.withLock { $0.append(element) }
    }

    func write(contentsOf elements: some Sequence<CurrencyV1Change>) async throws {
        for element in elements { try await write(element) }
    }

    func wait(for count: Int) async throws {
        try await eventually("\(count) messages") { all.count >= count }
    }
}
