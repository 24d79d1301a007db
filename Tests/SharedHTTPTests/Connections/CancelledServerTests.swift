import Logging
import NIOCore
import NIOPosix
import SharedHTTP
import Testing

/// A server that is cancelled just while it accepts, as often as it takes to strike the moment in between: what was
/// accepted and not yet served must be closed, and the process go on.
@Suite("A server that is cancelled", .timeLimit(.minutes(1)))
struct CancelledServerTests {
    @Test("connections that were accepted and not yet served are closed")
    func accepting() async throws {
        for _ in 0..<50 {
            let edge = try TestEdge().edge
            let server = Task { try await edge.run() }
            let port = try await edge.boundPort
            let clients = try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<64 {
                    group.addTask {
                        if number == 32 { server.cancel() }
                        await connectUntilClosed(port)
                    }
                }
                var count = 0
                while try await group.next() != nil { count += 1 }
                return count
            }
            #expect(clients == 64)
            _ = await server.result
        }
    }

    /// Refused, or closed in the end: both are right.
    private func connectUntilClosed(_ port: Int) async {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        do {
            try await bootstrap.connect(host: "127.0.0.1", port: port).get().closeFuture.get()
        } catch {
            return
        }
    }
}
