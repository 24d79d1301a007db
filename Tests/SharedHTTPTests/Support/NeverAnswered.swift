import SharedHTTP
import SharedTesting

/// A request that is never answered, and says when its handler has begun and when it was cancelled.
struct NeverAnswered: Sendable {
    /// Open once the handler works.
    let started = Gate()
    /// Open once it no longer does.
    let ended = Gate()

    /// A route at `/never`.
    ///
    /// - Parameter handle: answers with the work it is given, in whatever way a test wants that to be waited for.
    func route(
        handle: @escaping @Sendable (@escaping @Sendable () async throws -> EdgeReply) async throws -> EdgeReply
    ) -> Route {
        Route(
            .get, "/never", summary: "Waits for ever.",
            handler: { _ in
                try await handle {
                    defer { ended.open() }
                    started.open()
                    try await Gate().wait()
                    return EdgeReply.raw("done")
                }
            })
    }

    /// Asks it, closes the connection once the handler works, and waits until it no longer does.
    func askAndGo(port: Int) async throws {
        try await RawConnection.open(port: port) { connection in
            try await connection.send("GET /never HTTP/1.1\r\nHost: x\r\n\r\n")
            try await started.wait()
        }
        try await ended.wait()
    }
}
