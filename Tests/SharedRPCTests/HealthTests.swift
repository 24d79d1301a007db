import GRPCCore
import SharedContracts
import SharedDomain
import SharedTesting
import SwiftProtobuf
import Testing

@testable import SharedRPC

@Suite("The health service", .timeLimit(.minutes(1)))
struct HealthTests {
    @Test("a server serves once it says so, and no longer when it says that")
    func check() async throws {
        let health = HealthRegistry()
        try await withServer(health: health) { port in
            try await withPeer(port: port) { peer in
                let atFirst = try await peer.isServing()
                health.set(.serving)
                let thenServing = try await peer.isServing()
                health.set(.notServing)
                let atLast = try await peer.isServing()
                #expect([atFirst, thenServing, atLast] == [false, true, false])
            }
        }
    }

    @Test("a part that is not known is not found")
    func unknown() async throws {
        try await withServer { port in
            try await withPeer(port: port) { peer in
                let client = HealthV1Health.Client(wrapping: peer.client)
                let error = await #expect(throws: RPCError.self) {
                    try await client.check(.with { $0.service = "nobody" })
                }
                #expect(error?.code == .notFound)
            }
        }
    }

    @Test("a watcher is told the status now and each change")
    func watch() async throws {
        let health = HealthRegistry()
        try await withServer(health: health) { port in
            try await withPeer(port: port) { peer in
                let client = HealthV1Health.Client(wrapping: peer.client)
                let seen = try await client.watch(HealthV1HealthCheckRequest()) { response in
                    var seen: [HealthV1HealthCheckResponse.ServingStatus] = []
                    for try await message in response.messages {
                        seen.append(message.status)
                        if seen.count == 2 { break }
                        health.set(.serving)
                    }
                    return seen
                }
                #expect(seen == [.notServing, .serving])
            }
        }
    }

    @Test("the monitor shows a peer as unknown, then as it was last seen")
    func monitor() async throws {
        let health = HealthRegistry()
        let time = HandMovedTime()
        health.set(.serving)
        let port = try await withServer(health: health) { port in
            try await withPeer(port: port) { peer in
                let monitor = PeerMonitor(peers: [peer], time: time.source)
                #expect(monitor.snapshot["rates"]?.status == .unknown)
                await monitor.checkAll()
                #expect(monitor.snapshot["rates"]?.status == .healthy)
                #expect(monitor.snapshot["rates"]?.lastCheck == time.now)
                #expect(monitor.snapshot["rates"]?.responseTimeMilliseconds != nil)
                health.set(.notServing)
                await monitor.checkAll()
                #expect(monitor.snapshot["rates"]?.status == .unhealthy)
            }
            return port
        }
        try await withPeer(port: port) { peer in
            let monitor = PeerMonitor(peers: [peer], time: time.source)
            await monitor.checkAll()
            #expect(monitor.snapshot["rates"]?.status == .unhealthy)
            #expect(monitor.snapshot["rates"]?.responseTimeMilliseconds == nil)
        }
    }

    @Test("there is a bound to the watchers, and one that leaves makes room")
    func watchers() throws {
        let health = HealthRegistry()
        var streams: [AsyncStream<HealthRegistry.Status?>] = []
        for _ in 0..<HealthRegistry.maximumWatchers {
            streams.append(try #require(health.watch("")))
        }
        #expect(health.watch("") == nil)
        streams.removeAll()
        #expect(health.watch("") != nil)
    }
}
