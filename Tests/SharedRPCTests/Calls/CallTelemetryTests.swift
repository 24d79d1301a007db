import GRPCCore
import GRPCProtobuf
import ServiceContextModule
import SharedContracts
import SharedDomain
import SharedRPC
import SharedTelemetry
import SharedTesting
import SwiftProtobuf
import Synchronization
import Testing

@Suite("What can be seen of calls", .timeLimit(.minutes(1)))
struct CallTelemetryTests {
    private static let latest = "currencytravel.currency.v1.CurrencyRates/Latest"
    private static let health = "grpc.health.v1.Health"

    private let server = MetricsRegistry()
    private let client = MetricsRegistry()
    private let served = RecordedSpans()
    private let called = RecordedSpans()

    /// Runs `body` with a server that answers as scripted, and a peer of it.
    private func calling(
        _ rates: ScriptedRates = ScriptedRates { _ in .init() }, timeout: Duration = .seconds(20),
        retries: Bool = false, _ body: @escaping @Sendable (RPCPeer) async throws -> Void
    ) async throws {
        let running = RPCServer(
            settings: RPCServer.Settings(host: "127.0.0.1", port: 0, portSetting: "TEST_GRPC_PORT"),
            services: [rates], health: HealthRegistry(), logger: RecordedLogs().logger, metrics: server,
            tracer: served.tracer(of: "server"))
        try await withRunning([running]) {
            try await asking(try await running.boundPort, timeout: timeout, retries: retries, body)
        }
    }

    private func asking(
        _ port: Int, timeout: Duration = .seconds(20), retries: Bool = false,
        _ body: @escaping @Sendable (RPCPeer) async throws -> Void
    ) async throws {
        let policy = MethodPolicy(
            CurrencyV1CurrencyRates.Method.Latest.descriptor, timeout: timeout, isIdempotentRead: retries)
        let peer = try RPCPeer(
            name: "rates", host: "127.0.0.1", port: port, methods: [policy], metrics: client,
            tracer: called.tracer(of: "client"))
        try await withRunning([peer]) { try await body(peer) }
    }

    private func within<Result: Sendable>(
        _ trace: TraceParent, _ state: TraceState? = nil, _ work: () async throws -> Result
    ) async rethrows -> Result {
        var context = ServiceContext.topLevel
        context.traceParent = trace
        context.traceState = state
        return try await ServiceContext.withValue(context) { try await work() }
    }

    private func count(_ registry: MetricsRegistry, _ sample: String) async -> String? {
        await registry.exposition().split(separator: "\n").first { $0.hasPrefix(sample + " ") }
            .map { String($0.dropFirst(sample.count + 1)) }
    }

    private func served(_ method: String, _ code: String) async -> String? {
        await count(server, "rpc_server_requests_total{method=\"\(method)\",code=\"\(code)\"}")
    }

    private func called(_ method: String, _ code: String) async -> String? {
        await count(client, "rpc_client_requests_total{peer=\"rates\",method=\"\(method)\",code=\"\(code)\"}")
    }

    @Test("both sides count a call and how long it took")
    func counted() async throws {
        try await calling { peer in
            for _ in 0..<3 { _ = try await peer.latest() }
        }
        #expect(await served(Self.latest, "OK") == "3")
        #expect(await called(Self.latest, "OK") == "3")
        #expect(await count(server, "rpc_server_duration_seconds_count{method=\"\(Self.latest)\"}") == "3")
        #expect(
            await count(client, "rpc_client_duration_seconds_count{peer=\"rates\",method=\"\(Self.latest)\"}") == "3")
    }

    // The names are those of gRPC's own list of status codes.
    @Test(
        "an error is counted by its status",
        arguments: [
            (ErrorCode.notFound, "NOT_FOUND"), (.dataNotReady, "UNAVAILABLE"),
            (.rateLimitExceeded, "RESOURCE_EXHAUSTED"),
            (.invalidDate, "INVALID_ARGUMENT"), (.internalError, "INTERNAL"), (.forbidden, "PERMISSION_DENIED"),
            (.unauthorized, "UNAUTHENTICATED"), (.methodNotAllowed, "UNIMPLEMENTED"),
        ])
    func errors(code: ErrorCode, status: String) async throws {
        try await calling(ScriptedRates { _ in throw ServiceError(code, "no") }) { peer in
            _ = await #expect(throws: RPCError.self) { try await peer.latest() }
        }
        #expect(await served(Self.latest, status) == "1")
        #expect(await called(Self.latest, status) == "1")
    }

    // The name for it: the OpenTelemetry semantic conventions for RPC.
    @Test("calls of methods that nobody has are counted under one name, and none of them is followed")
    func unknownMethods() async throws {
        try await calling { peer in
            for name in ["Invented", "AlsoInvented"] {
                let method = MethodDescriptor(
                    fullyQualifiedService: "currencytravel.currency.v1.CurrencyRates", method: name)
                let error = await #expect(throws: RPCError.self) {
                    try await peer.client.unary(
                        request: ClientRequest(message: CurrencyV1LatestRequest()), descriptor: method,
                        serializer: ProtobufSerializer<CurrencyV1LatestRequest>(),
                        deserializer: ProtobufDeserializer<CurrencyV1LatestReply>(), options: .defaults
                    ) { try $0.message }
                }
                #expect(error?.code == .unimplemented)
            }
            try await eventually("the server does not count the calls") {
                await served("_OTHER", "UNIMPLEMENTED") == "2"
            }
        }
        #expect(await count(server, "rpc_server_duration_seconds_count{method=\"_OTHER\"}") == "2")
        #expect(await server.exposition().contains("nvented") == false)
        #expect(served.all.isEmpty)
    }

    @Test("each attempt is counted")
    func attempts() async throws {
        try await calling(ScriptedRates { _ in throw ServiceError(.dataNotReady, "no") }, retries: true) { peer in
            _ = await #expect(throws: RPCError.self) { try await peer.latest() }
        }
        #expect(await served(Self.latest, "UNAVAILABLE") == "3")
        #expect(await called(Self.latest, "UNAVAILABLE") == "3")
    }

    @Test("a peer that is not there is counted")
    func absent() async throws {
        let port = try await withServer { $0 }
        try await asking(port) { peer in
            _ = await #expect(throws: RPCError.self) { try await peer.latest() }
        }
        #expect(await called(Self.latest, "UNAVAILABLE") == "1")
    }

    @Test("a call whose time is over is counted as such")
    func late() async throws {
        let never = Gate()
        let rates = ScriptedRates { _ in
            try await never.wait()
            return .init()
        }
        try await calling(rates, timeout: .milliseconds(500)) { peer in
            // So that the time is not spent on connecting.
            try await eventually("the server is not reached") {
                do {
                    _ = try await peer.isServing()
                    return true
                } catch is RPCError {
                    return false
                }
            }
            _ = await #expect(throws: RPCError.self) { try await peer.latest() }
            try await eventually("the server does not count the call") {
                await served(Self.latest, "DEADLINE_EXCEEDED") == "1"
            }
        }
        #expect(await called(Self.latest, "DEADLINE_EXCEEDED") == "1")
    }

    @Test("a stream is counted when it ends")
    func stream() async throws {
        try await calling { peer in
            let client = HealthV1Health.Client(wrapping: peer.client)
            _ = try await client.watch(HealthV1HealthCheckRequest()) { response in
                for try await _ in response.messages { break }
                #expect(await served("\(Self.health)/Watch", "OK") == nil)
                #expect(await called("\(Self.health)/Watch", "OK") == nil)
            }
            #expect(await called("\(Self.health)/Watch", "CANCELLED") == "1")
            try await eventually("the server does not count the stream") {
                let text = await server.exposition()
                return text.contains("method=\"\(Self.health)/Watch\",code=")
            }
        }
    }

    @Test("the spans of both sides and the work form one trace, whose state goes along")
    func trace() async throws {
        let root = TraceParent.make(isSampled: true)
        #expect(root.isSampled)
        let state = try #require(TraceState("vendor=1,other=a b"))
        let seen = Mutex<ServiceContext?>(nil)
        let rates = ScriptedRates { _ in
            seen.withLock { $0 = ServiceContext.current }
            throw ServiceError(.notFound, "no")
        }
        try await calling(rates) { peer in
            await within(root, state) {
                _ = await #expect(throws: RPCError.self) { try await peer.latest() }
            }
        }
        let client = try #require(called.of(.client).first)
        let server = try #require(served.of(.server).first)
        #expect(client.parent == root)
        #expect(server.parent == client.context)
        #expect(seen.withLock { $0?.traceParent } == server.context)
        #expect(seen.withLock { $0?.traceState } == state)
        #expect([client.name, server.name] == [Self.latest, Self.latest])
        for span in [client, server] {
            #expect(span.context.traceID == root.traceID)
            #expect(span["rpc.system"] == "grpc")
            #expect(span["rpc.service"] == "currencytravel.currency.v1.CurrencyRates")
            #expect(span["rpc.method"] == "Latest")
            #expect(span["rpc.grpc.status_code"] == 5)
        }
        #expect(client["server.address"] == "127.0.0.1")
        #expect(client.status == .error("NOT_FOUND"))
        // What a caller asked wrongly is no failure of the server.
        #expect(server.status == .unset)
    }

    @Test("a call outside of a trace begins one where it comes in, a look at our health does not")
    func untraced() async throws {
        try await calling { peer in
            _ = try await peer.isServing()
            #expect(served.all.isEmpty)
            _ = try await peer.latest()
        }
        #expect(called.all.isEmpty)
        #expect(served.of(.server).map(\.name) == [Self.latest])
        #expect(served.of(.server).first?.parent == nil)
    }

    @Test(
        "what is no trace state is not passed on",
        arguments: ["nonsense", "a=1,a=2", String(repeating: "x", count: 600)])
    func malformedState(_ text: String) async throws {
        let seen = Mutex<ServiceContext?>(nil)
        let rates = ScriptedRates { _ in
            seen.withLock { $0 = ServiceContext.current }
            return .init()
        }
        try await calling(rates) { peer in
            let client = CurrencyV1CurrencyRates.Client(wrapping: peer.client)
            let trace = TraceParent.make(isSampled: true)
            _ = try await client.latest(
                .init(), metadata: ["traceparent": "\(trace)", "tracestate": "\(text)"])
        }
        #expect(seen.withLock { $0 } != nil)
        #expect(seen.withLock { $0?.traceState } == nil)
        #expect(seen.withLock { $0?.traceParent } != nil)
    }
}
