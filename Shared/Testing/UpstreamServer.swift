import Hummingbird
import Logging
import NIOCore

/// The server under a `ScriptableUpstream`.
final class UpstreamServer: Sendable {
    private enum State: Sendable {
        case starting
        case listening(ScriptableUpstream)
        case failed(String)
    }

    private struct CutShort: Error {}

    private let state = Watched(State.starting)

    /// Serves until the task is cancelled.
    func run() async {
        let application = Application(
            responder: CallbackResponder<ConnectionContext> { [self] in try await respond(to: $0, on: $1.channel) },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { [self] in listen(on: $0) },
            logger: Logger(label: "upstream") { _ in SwiftLogNoOpLogHandler() })
        do {
            try await application.run()
        } catch {
            state.change { $0 = .failed("\(error)") }
        }
    }

    /// Waits until the server listens.
    func started() async throws -> ScriptableUpstream {
        try await state.wait {
            if case .starting = $0 { false } else { true }
        }
        switch state.value {
        case .listening(let upstream): return upstream
        case .starting: throw TestFailure("the upstream has not started")
        case .failed(let reason): throw TestFailure("the upstream did not start: \(reason)")
        }
    }

    private func listen(on channel: any Channel) {
        let port = channel.localAddress?.port
        state.change { state in
            state = port.map { .listening(ScriptableUpstream(port: $0)) } ?? .failed("it has no port")
        }
    }

    private func respond(to request: Request, on channel: any Channel) async throws -> Response {
        let upstream = try await started()
        let answer = upstream.answer(try await record(request))
        switch answer.trouble {
        case .none: return response(answer, body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
        case .heldBack(let gate):
            try await gate.wait()
            return response(answer, body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
        case .stalled(let count, let gate):
            return response(answer, interruptedAfter: count) { try await gate.wait() }
        case .dropped:
            try await channel.close()
            throw CutShort()
        case .cutShort(let count):
            return response(answer, interruptedAfter: count) { throw CutShort() }
        }
    }

    private func record(_ request: Request) async throws -> RecordedRequest {
        var request = request
        let body = try await request.collectBody(upTo: ScriptableUpstream.bodyLimit)
        let headers = request.headers.map { ($0.name.canonicalName, $0.value) }
        return RecordedRequest(
            method: request.method.rawValue, path: request.uri.path, query: request.uri.query,
            headers: Dictionary(headers) { $1 }, body: Array(body.readableBytesView))
    }

    private func response(_ answer: ScriptedAnswer, body: ResponseBody) -> Response {
        var response = Response(status: .init(code: answer.status), body: body)
        for (name, value) in answer.headers {
            if let name = HTTPFields.Element.Name(name) { response.headers[name] = value }
        }
        return response
    }

    private func response(
        _ answer: ScriptedAnswer, interruptedAfter count: Int,
        by interruption: @escaping @Sendable () async throws -> Void
    ) -> Response {
        let body = ResponseBody(contentLength: answer.body.count) { writer in
            try await writer.write(ByteBuffer(bytes: answer.body.prefix(count)))
            try await interruption()
            try await writer.write(ByteBuffer(bytes: answer.body.dropFirst(count)))
            try await writer.finish(nil)
        }
        return response(answer, body: body)
    }
}

/// A request's context that gives access to its connection.
private struct ConnectionContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
