import SharedContracts
import SharedDomain
import SharedRPC
import SharedTesting
import Testing

@testable import RankingService

@Suite(.timeLimit(.minutes(1)))
struct CurrencyRateSourceTests {
    @Test("every rate in won is asked for, and comes with its evidence at ten digits")
    func rates() async throws {
        let currency = FakeCurrency { request in
            guard request.base == "KRW", request.symbols.isEmpty else { throw ServiceError.internalError("\(request)") }
            return CurrencyV1LatestReply(rates: [
                // KRW per USD of the ECB's 2026-10-30 at 20 digits, by Python's decimal.
                CurrencyV1Rate("USD", 13_352_667_382_742_570_712, exponent: -16),
                CurrencyV1Rate("KRW", 1, exponent: 0, isStale: true),
            ])
        }
        let rates = try await withSource(over: currency) { try await $0.latest() }
        #expect(rates.keys.sorted() == [.krw, .usd])
        let usd = try #require(rates[.usd])
        #expect(usd.rate.description == "1335.266738")
        #expect(usd.observedOn == (try day("2026-10-30")))
        #expect(usd.publishedAt == (try instant("2026-10-30T15:00:00Z")))
        #expect(usd.source == "ecb")
        #expect(!usd.isStale)
        #expect(rates[.krw]?.isStale == true)
    }

    @Test("what currency says of itself is passed on")
    func refusal() async throws {
        let currency = FakeCurrency { _ in throw ServiceError.dataNotReady("nothing yet") }
        let error = try await withSource(over: currency) { source in
            await #expect(throws: ServiceError.self) { try await source.latest() }
        }
        #expect(error?.code == .dataNotReady)
    }

    @Test(
        "an answer that makes no sense is no answer",
        arguments: [
            CurrencyV1Rate("USD", 0, exponent: 0), CurrencyV1Rate("USD", 1, exponent: 5000),
            CurrencyV1Rate("dollars", 1, exponent: 0),
        ])
    func nonsense(rate: CurrencyV1Rate) async throws {
        let currency = FakeCurrency { _ in CurrencyV1LatestReply(rates: [rate]) }
        try await withSource(over: currency) { source in
            _ = await #expect(throws: ServiceError.self) { try await source.latest() }
        }
    }

    @Test("currency without any rates is not ready")
    func nothingHeld() async throws {
        let error = try await withSource(over: FakeCurrency { _ in CurrencyV1LatestReply() }) { source in
            await #expect(throws: ServiceError.self) { try await source.latest() }
        }
        #expect(error?.code == .dataNotReady)
    }

    @Test("a peer that is not there is an error, within the deadline")
    func nobody() async throws {
        let server = Self.server(FakeCurrency { _ in CurrencyV1LatestReply() })
        let deserted = try await withRunning(server) { _ in try await server.boundPort }
        let source = try Self.source(at: deserted)
        try await withRunning(source.peer) { _ in
            let error = await #expect(throws: ServiceError.self) { try await source.latest() }
            #expect(error?.code == .externalAPIError)
        }
    }

    private func withSource<Result: Sendable>(
        over currency: FakeCurrency, _ body: @Sendable (CurrencyRateSource) async throws -> Result
    ) async throws -> Result {
        let server = Self.server(currency)
        return try await withRunning(server) { _ in
            let source = try Self.source(at: try await server.boundPort)
            return try await withRunning(source.peer) { _ in try await body(source) }
        }
    }

    private static func server(_ currency: FakeCurrency) -> RPCServer {
        RPCServer(
            settings: .init(host: "127.0.0.1", port: 0, portSetting: "CURRENCY_GRPC_PORT"), services: [currency],
            health: HealthRegistry(), logger: RecordedLogs().logger)
    }

    private static func source(at port: Int) throws -> CurrencyRateSource {
        CurrencyRateSource(
            peer: try RPCPeer(name: "currency", host: "127.0.0.1", port: port, methods: CurrencyRateSource.methods))
    }
}
