import GRPCCore
import Logging
import ServiceContextModule
import SharedContracts
import SharedDomain
import SharedRPC
import SharedTelemetry
import SharedTesting
import SwiftProtobuf
import Synchronization
import Testing

@Suite("A call between services", .timeLimit(.minutes(1)))
struct CallTests {
    @Test("the correlation id arrives, and the trace goes on with a new span")
    func context() async throws {
        let seen = Mutex<(String?, TraceParent?)>((nil, nil))
        let trace = TraceParent.make(isSampled: true)
        let rates = ScriptedRates { _ in
            seen.withLock { $0 = (ServiceContext.current?.correlationID, ServiceContext.current?.traceParent) }
            return .init()
        }
        try await withServer(rates) { port in
            try await withPeer(port: port) { peer in
                var context = ServiceContext.topLevel
                context.correlationID = "abc-1"
                context.traceParent = trace
                _ = try await ServiceContext.withValue(context) { try await peer.latest() }
            }
        }
        let (correlationID, received) = seen.withLock { $0 }
        #expect(correlationID == "abc-1")
        #expect(received?.traceID == trace.traceID)
        #expect(received?.spanID != trace.spanID)
    }

    @Test("a call without a correlation id, or with one that is no id, is given one")
    func correlationIsMade() async throws {
        let seen = Mutex<[String?]>([])
        let rates = ScriptedRates { _ in
            seen.withLock { $0.append(ServiceContext.current?.correlationID) }
            return .init()
        }
        try await withServer(rates) { port in
            try await withPeer(port: port) { peer in
                _ = try await peer.latest()
                var context = ServiceContext.topLevel
                context.correlationID = "no id: spaces"
                _ = try await ServiceContext.withValue(context) { try await peer.latest() }
            }
        }
        let ids = seen.withLock { $0 }
        #expect(ids.count == 2)
        #expect(ids.allSatisfy { $0.flatMap(CorrelationID.init) != nil })
    }

    @Test("an error of ours arrives with its code and its words", arguments: ErrorCode.allCases)
    func errors(code: ErrorCode) async throws {
        let rates = ScriptedRates { _ in throw ServiceError(code, "no rate of XYZ") }
        try await withServer(rates) { port in
            try await withPeer(port: port) { peer in
                let error = await #expect(throws: RPCError.self) { try await peer.latest() }
                let received = ServiceError(try #require(error), from: "currency")
                #expect(received == ServiceError(code, "no rate of XYZ", details: ["peer": "currency"]))
            }
        }
    }

    @Test("any other error says nothing of the inside, and is logged")
    func unexpected() async throws {
        let logs = RecordedLogs()
        let rates = ScriptedRates { _ in throw TestFailure("SELECT * FROM secrets") }
        try await withServer(rates, logs: logs) { port in
            try await withPeer(port: port) { peer in
                let error = await #expect(throws: RPCError.self) { try await peer.latest() }
                #expect(error?.code == .internalError)
                #expect(error?.message.contains("secrets") == false)
            }
        }
        #expect(
            logs.lines.contains { $0.level == Logger.Level.error && $0.metadata["cause"]?.contains("secrets") == true })
    }

    @Test("a call that gets no answer ends at its deadline")
    func deadline() async throws {
        let never = Gate()
        let rates = ScriptedRates { _ in
            try await never.wait()
            return .init()
        }
        try await withServer(rates) { port in
            try await withPeer(port: port, timeout: .milliseconds(200)) { peer in
                let error = await #expect(throws: RPCError.self) { try await peer.latest() }
                #expect(error?.code == .deadlineExceeded)
            }
        }
    }

    @Test(
        "an idempotent read is asked again while the peer is unavailable, anything else is not",
        arguments: [(true, 3), (false, 1)])
    func retries(isIdempotentRead: Bool, attempts: Int) async throws {
        let calls = Mutex(0)
        let rates = ScriptedRates { _ in
            calls.withLock { $0 += 1 }
            throw ServiceError(.dataNotReady, "nothing yet")
        }
        try await withServer(rates) { port in
            try await withPeer(port: port, isIdempotentRead: isIdempotentRead) { peer in
                _ = await #expect(throws: RPCError.self) { try await peer.latest() }
            }
        }
        #expect(calls.withLock { $0 } == attempts)
    }

    @Test("a peer that is not there fails the call, and is found when it comes")
    func peerComesLater() async throws {
        // A port that was free a moment ago.
        let port = try await withServer { $0 }
        try await withPeer(port: port) { peer in
            let error = await #expect(throws: RPCError.self) { try await peer.latest() }
            #expect(error?.code == .unavailable)
        }
        try await withPeer(port: port, waits: true) { peer in
            let answered = Gate()
            async let answer = waiting(peer, thenOpening: answered)
            let rates = ScriptedRates { _ in .with { $0.base = "KRW" } }
            try await withServer(rates, port: port) { _ in
                let direct = try await peer.latest()
                #expect(direct.base == "KRW")
                try await answered.wait()
            }
            let waited = try await answer
            #expect(waited.base == "KRW")
        }
    }

    private func waiting(_ peer: RPCPeer, thenOpening gate: Gate) async throws -> CurrencyV1LatestReply {
        defer { gate.open() }
        return try await peer.latest()
    }

    @Test("a taken port is named, with the setting that gives it")
    func portTaken() async throws {
        try await withServer { port in
            await #expect(throws: PortTaken(host: "127.0.0.1", port: port, setting: "TEST_GRPC_PORT")) {
                try await withServer(port: port) { _ in }
            }
        }
    }
}
