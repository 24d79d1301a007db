import GRPCCore
import ServiceLifecycle
import SharedContracts
import SharedDomain
import SharedRPC
import SharedTesting
import SwiftProtobuf
import Testing

@Suite("A server that stops", .timeLimit(.minutes(1)))
struct StoppingTests {
    /// A server that a test stops.
    private struct StoppableServer: Sendable {
        let port: Int
        let group: ServiceGroup
        /// Opens when it has ended.
        let ended: Gate

        func beginStop() async {
            await group.triggerGracefulShutdown()
        }
    }

    private func serving(
        _ rates: ScriptedRates = ScriptedRates { _ in .init() }, graceTime: Duration, time: TimeSource = .system,
        _ body: @Sendable (StoppableServer) async throws -> Void
    ) async throws {
        let server = RPCServer(
            settings: RPCServer.Settings(
                host: "127.0.0.1", port: 0, portSetting: "TEST_GRPC_PORT", graceTime: graceTime),
            services: [rates], health: HealthRegistry(), logger: RecordedLogs().logger, time: time)
        let group = ServiceGroup(services: [server], logger: RecordedLogs().logger)
        let ended = Gate()
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                try await group.run()
                ended.open()
            }
            try await body(StoppableServer(port: try await boundPort(of: server), group: group, ended: ended))
            try await tasks.waitForAll()
        }
    }

    @Test("it does not wait for a connection on which nothing was ever said")
    func silent() async throws {
        try await serving(graceTime: .seconds(3600)) { server in
            let socket = try RawSocket(port: server.port)
            // The server has the connection: it begins with its settings (RFC 9113, section 3.4).
            #expect(try socket.readFrame().type == .settings)
            await server.beginStop()
            try await server.ended.wait()
            withExtendedLifetime(socket) {}
        }
    }

    @Test("it waits no longer than the grace time for a connection that answers nothing any more")
    func hung() async throws {
        try await serving(graceTime: .milliseconds(100)) { server in
            let socket = try RawSocket(port: server.port)
            try socket.write(Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0])
            while try socket.readFrame() != .acknowledgedSettings {}
            await server.beginStop()
            try await server.ended.wait()
            withExtendedLifetime(socket) {}
        }
    }

    @Test("a call under way is answered within the grace time")
    func underWay() async throws {
        let (begun, finish) = (Gate(), Gate())
        let rates = ScriptedRates { _ in
            begun.open()
            try await finish.wait()
            return .with { $0.base = "KRW" }
        }
        let time = HandMovedTime()
        try await serving(rates, graceTime: .seconds(3600), time: time.source) { server in
            try await withPeer(port: server.port) { peer in
                async let answer = peer.latest()
                try await begun.wait()
                await server.beginStop()
                // The call has heard of the stop.
                try await time.waitForSleepers(1)
                finish.open()
                let base = try await answer.base
                #expect(base == "KRW")
            }
            try await server.ended.wait()
        }
    }

    @Test("a call that takes longer than the grace time is given up, and its caller may ask again")
    func overdue() async throws {
        let (begun, never) = (Gate(), Gate())
        let rates = ScriptedRates { _ in
            begun.open()
            try await never.wait()
            return .init()
        }
        let time = HandMovedTime()
        try await serving(rates, graceTime: .seconds(3600), time: time.source) { server in
            try await withPeer(port: server.port) { peer in
                async let answer = peer.latest()
                try await begun.wait()
                await server.beginStop()
                try await time.waitForSleepers(1)
                time.advance(by: .seconds(3600))
                do {
                    _ = try await answer
                    Issue.record("a call that never ends was answered")
                } catch let error as RPCError {
                    #expect(error.code == .unavailable)
                }
            }
            try await server.ended.wait()
        }
    }
}

/// The head of an HTTP/2 frame (RFC 9113, section 4.1): its type, and whether it acknowledges.
private struct FrameHead: Equatable {
    enum Kind: UInt8 {
        case settings = 4
    }

    static let acknowledgedSettings = FrameHead(type: .settings, isAcknowledgement: true)

    /// Nil for every other type.
    let type: Kind?
    let isAcknowledgement: Bool
}

extension RawSocket {
    /// Waits for a frame, and passes over what is in it.
    fileprivate func readFrame() throws -> FrameHead {
        let head = try read(9)
        _ = try read(Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2]))
        return FrameHead(type: FrameHead.Kind(rawValue: head[3]), isAcknowledgement: head[4] & 1 == 1)
    }
}
