import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("A client that goes", .timeLimit(.minutes(1)))
struct ClientPresenceTests {
    @Test("its work is cancelled")
    func gone() async throws {
        let (presence, gate) = (ClientPresence(), Gate())
        await #expect(throws: ClientPresence.Gone.self) {
            try await ClientPresence.$current.withValue(presence) {
                async let result: Void = ClientPresence.cancelling { try await gate.wait() }
                try await gate.waitForArrivals(1)
                presence.end()
                try await result
            }
        }
    }

    @Test("work that is done before has its result, and throws what it throws")
    func present() async throws {
        let result = try await ClientPresence.$current.withValue(ClientPresence()) {
            try await ClientPresence.cancelling { 42 }
        }
        #expect(result == 42)
        await #expect(throws: TestFailure.self) {
            try await ClientPresence.$current.withValue(ClientPresence()) {
                try await ClientPresence.cancelling { throw TestFailure("mine") }
            }
        }
    }

    @Test("where there is no connection, work is just done")
    func noConnection() async throws {
        #expect(try await ClientPresence.cancelling { 42 } == 42)
    }

    @Test("a handler learns that the connection was closed")
    func connection() async throws {
        let never = NeverAnswered()
        let test = try TestEdge([never.route { work in try await ClientPresence.cancelling(work) }])
        try await test.serving { port, _ in
            try await never.askAndGo(port: port)
            try await eventually("closed") { await test.figure("http_server_connections") == "0" }
        }
    }
}
