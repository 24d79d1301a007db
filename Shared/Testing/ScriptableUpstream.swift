import Hummingbird

/// An HTTP server that answers as a test tells it, in place of a source in the world outside.
///
///     try await withScriptableUpstream { upstream in
///         upstream.script("/daily.xml", .status(503), .text(xml, contentType: "text/xml"))
///         // the first request gets the 503, every later one the document
///     }
package final class ScriptableUpstream: Sendable {
    /// The largest request body it takes, in bytes.
    package static let bodyLimit = 1 << 20

    /// The port it listens on, on 127.0.0.1.
    package let port: Int

    private let scripts = Watched<[String: [ScriptedAnswer]]>([:])
    private let received = Watched<[RecordedRequest]>([])

    init(port: Int) {
        self.port = port
    }

    /// Where it is: `http://127.0.0.1:<port>`.
    package var baseURL: String { "http://127.0.0.1:\(port)" }

    /// Sets what requests to a path get: the answers in this order, the last one over and over. A path without a script
    /// gets a 404.
    package func script(_ path: String, _ answers: ScriptedAnswer...) {
        scripts.change { $0[path] = answers }
    }

    /// What it was asked so far, in order.
    package var requests: [RecordedRequest] { received.value }

    /// What it was asked so far at one path, in order.
    package func requests(to path: String) -> [RecordedRequest] { requests.filter { $0.path == path } }

    /// Waits until it was asked so many times in all.
    ///
    /// - Throws: `CancellationError`. Give the test a time limit: a request that never comes is waited for for ever.
    package func waitForRequests(_ count: Int) async throws {
        try await received.wait { $0.count >= count }
    }

    /// Writes a request down and takes the next answer off its script.
    func answer(_ request: RecordedRequest) -> ScriptedAnswer {
        received.change { $0.append(request) }
        let scripted = scripts.change { scripts -> ScriptedAnswer? in
            guard let answers = scripts[request.path], let first = answers.first else { return nil }
            if answers.count > 1 { scripts[request.path] = Array(answers.dropFirst()) }
            return first
        }
        return scripted ?? .text("no script for \(request.path)", status: 404)
    }
}

/// Runs `body` with an upstream of its own on a free port, which is stopped afterwards in any case.
///
/// - Throws: what `body` throws; `TestFailure` when the upstream cannot start.
package func withScriptableUpstream<Result>(
    isolation: isolated (any Actor)? = #isolation, _ body: (ScriptableUpstream) async throws -> Result
) async throws -> Result {
    let server = UpstreamServer()
    return try await withThrowingTaskGroup { group in
        group.addTask { await server.run() }
        defer { group.cancelAll() }
        return try await body(server.started())
    }
}
