import Logging
import NIOCore
import NIOPosix
import SharedHTTP
import SharedTelemetry
import SharedTesting
import Testing

/// A server that is cancelled just while it accepts, as often as it takes to strike the moment in between: what was
/// accepted and not yet served must be closed, and the process go on.
@Suite("A server that is cancelled", .timeLimit(.minutes(1)))
struct CancelledServerTests {
    @Test("connections that were accepted and not yet served are closed")
    func accepting() async throws {
        for _ in 0..<50 {
            let test = try TestEdge()
            let server = Task { try await test.edge.run() }
            let port = try await test.edge.boundPort
            let clients = await withTaskGroup(of: (any Channel)?.self) { group in
                for number in 0..<64 {
                    group.addTask {
                        if number == 32 { server.cancel() }
                        return await connect(port)
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(clients.count == 64)
            _ = await server.result
            let open = test.metrics.gauge("http_server_connections", "HTTP connections that are open.").with()
            try await eventually(within: .seconds(30), "every accepted connection is closed") { open.value == 0 }
            // A connection that nobody had accepted yet is the system's: only its client ends it for certain.
            for client in clients { client?.close(promise: nil) }
        }
    }

    /// Nil where it is refused, which is right too.
    private func connect(_ port: Int) async -> (any Channel)? {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        do {
            return try await bootstrap.connect(host: "127.0.0.1", port: port).get()
        } catch {
            return nil
        }
    }
}
