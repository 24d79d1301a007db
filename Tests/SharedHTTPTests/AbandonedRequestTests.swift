import SharedHTTP
import SharedTesting
import Testing

@Suite("A client that goes before it is answered", .timeLimit(.minutes(1)))
struct AbandonedRequestTests {
    @Test("the handler is cancelled, and the request is counted as the client's doing")
    func cancelled() async throws {
        let (started, ended) = (Gate(), Gate())
        let never = Route(
            .get, "/never", summary: "Waits for ever.",
            handler: { _ in
                defer { ended.open() }
                started.open()
                try await Gate().wait()
                return EdgeReply.raw("done")
            })
        let test = try TestEdge([never])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /never HTTP/1.1\r\nHost: x\r\n\r\n")
                try await started.wait()
            }
            try await ended.wait()
            try await eventually("counted") {
                await test.figure(
                    #"http_server_requests_total{route="/never",method="GET",status_class="4xx"}"#) == "1"
            }
        }
    }
}
