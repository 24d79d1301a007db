import SharedTesting
import Testing

@Suite("A client that goes before it is answered", .timeLimit(.minutes(1)))
struct AbandonedRequestTests {
    @Test("the handler is cancelled, and the request is counted as the client's doing")
    func cancelled() async throws {
        let never = NeverAnswered()
        let test = try TestEdge([never.route { work in try await work() }])
        try await test.serving { port, _ in
            try await never.askAndGo(port: port)
            try await eventually("counted") {
                await test.figure(
                    #"http_server_requests_total{route="/never",method="GET",status_class="4xx"}"#) == "1"
            }
        }
    }
}
