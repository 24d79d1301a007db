import GRPCCore
import ServiceContextModule
import ServiceLifecycle
import SharedContracts
import SharedRPC
import SharedTelemetry
import SharedTesting
import SwiftProtobuf

/// Answers `Latest` with whatever a test gives it.
struct ScriptedRates: CurrencyV1CurrencyRates.SimpleServiceProtocol {
    let answer: @Sendable (CurrencyV1LatestRequest) async throws -> CurrencyV1LatestReply

    func latest(request: CurrencyV1LatestRequest, context: ServerContext) async throws -> CurrencyV1LatestReply {
        try await answer(request)
    }
}

/// The other methods, which it does not have.
extension ScriptedRates {
    func detail(request: CurrencyV1DetailRequest, context: ServerContext) async throws -> CurrencyV1DetailReply {
        throw RPCError(code: .unimplemented, message: "not scripted")
    }

    func convert(request: CurrencyV1ConvertRequest, context: ServerContext) async throws -> CurrencyV1ConvertReply {
        throw RPCError(code: .unimplemented, message: "not scripted")
    }

    func priceIndex(
        request: CurrencyV1PriceIndexRequest, context: ServerContext
    ) async throws -> CurrencyV1PriceIndexReply {
        throw RPCError(code: .unimplemented, message: "not scripted")
    }

    func changes(
        request: CurrencyV1ChangesRequest, response: RPCWriter<CurrencyV1Change>, context: ServerContext
    ) async throws {
        throw RPCError(code: .unimplemented, message: "not scripted")
    }
}

/// Runs a server with one scripted service while `body` does.
@discardableResult
func withServer<Result: Sendable>(
    _ rates: ScriptedRates = ScriptedRates { _ in .init() }, port: Int = 0, health: HealthRegistry = HealthRegistry(),
    logs: RecordedLogs = RecordedLogs(), _ body: @escaping @Sendable (_ port: Int) async throws -> Result
) async throws -> Result {
    let server = RPCServer(
        settings: RPCServer.Settings(host: "127.0.0.1", port: port, portSetting: "TEST_GRPC_PORT"),
        services: [rates], health: health, logger: logs.logger)
    return try await withRunning([server]) {
        try await body(try await boundPort(of: server))
    }
}

/// The port of a server that is starting. One that does not start says why itself, which is waited for here.
func boundPort(of server: RPCServer) async throws -> Int {
    do {
        return try await server.boundPort
    } catch is RuntimeError {
        try await Gate().wait()
        throw TestFailure("a gate that nobody opens was open")
    }
}

/// Runs a connection to a server of this machine while `body` does.
@discardableResult
func withPeer<Result: Sendable>(
    port: Int, timeout: Duration = .seconds(20), isIdempotentRead: Bool = false, waits: Bool = false,
    _ body: @escaping @Sendable (RPCPeer) async throws -> Result
) async throws -> Result {
    let policy = MethodPolicy(
        CurrencyV1CurrencyRates.Method.Latest.descriptor, timeout: timeout, isIdempotentRead: isIdempotentRead,
        waitsForConnection: waits)
    let peer = try RPCPeer(name: "rates", host: "127.0.0.1", port: port, methods: [policy])
    return try await withRunning([peer]) { try await body(peer) }
}

extension RPCPeer {
    func latest(base: String = "KRW") async throws -> CurrencyV1LatestReply {
        try await CurrencyV1CurrencyRates.Client(wrapping: client).latest(.with { $0.base = base })
    }
}

extension RPCPeer {
    /// Asks for the server's health, with more time than a monitor gives it.
    func patientlyIsServing() async throws -> Bool {
        var options = CallOptions.defaults
        options.timeout = .seconds(20)
        let reply = try await HealthV1Health.Client(wrapping: client).check(
            HealthV1HealthCheckRequest(), options: options)
        return reply.status == .serving
    }
}

/// Runs services as long as `body` takes.
func withRunning<Result: Sendable>(
    _ services: [any Service], _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
        for service in services {
            group.addTask {
                try await service.run()
                return nil
            }
        }
        group.addTask { try await body() }
        while let outcome = try await group.next() {
            guard let outcome else { continue }
            group.cancelAll()
            return outcome
        }
        throw TestFailure("every service ended before the test did")
    }
}
