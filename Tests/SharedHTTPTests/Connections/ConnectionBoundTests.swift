import SharedHTTP
import SharedTesting
import Testing

@Suite("How many connections one client may have", .timeLimit(.minutes(1)))
struct ConnectionBoundTests {
    @Test("a client beyond its bound is refused at once, and served again when it has closed another")
    func perClient() async throws {
        let test = try TestEdge(adjust: { $0.maximumConnectionsPerClient = 2 })
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { first in
                #expect(try await first.live() == 200)
                try await RawConnection.open(port: port) { second in
                    let before = try await second.live()
                    let isRefused = try await isRefused(port)
                    let after = try await second.live()
                    #expect(before == 200)
                    #expect(isRefused)
                    #expect(after == 200)
                    #expect(await test.figure("http_server_connections") == "2")
                }
                try await eventually("served again") { try await isServed(port) }
                #expect(try await first.live() == 200)
            }
            let refused = await test.figure(#"http_server_connections_refused_total{reason="client_bound"}"#)
            #expect(refused.flatMap { Int($0) } ?? 0 >= 1)
            try await eventually("every connection is counted out") {
                await test.figure("http_server_connections") == "0"
            }
        }
    }

    @Test("a trusted proxy, who speaks for many, has no bound of its own")
    func proxy() async throws {
        let loopback = try #require(IPNetwork("127.0.0.0/8"))
        let test = try TestEdge(adjust: {
            $0.maximumConnectionsPerClient = 1
            $0.trustedProxies = [loopback]
        })
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { first in
                let status = try await first.live()
                let isServed = try await isServed(port)
                #expect(status == 200)
                #expect(isServed)
            }
        }
    }

    private func isRefused(_ port: Int) async throws -> Bool {
        try await RawConnection.open(port: port) { try await $0.rest().isEmpty }
    }

    /// Whether a new connection is; one that is refused breaks off.
    private func isServed(_ port: Int) async throws -> Bool {
        do {
            return try await RawConnection.open(port: port) { try await $0.live() == 200 }
        } catch {
            return false
        }
    }
}
