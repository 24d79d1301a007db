import HTTPTypes
import HummingbirdCore
import NIOCore
import SharedDomain

/// What a request waits for.
extension EdgeResponder {
    /// Waits where the request stopped, and goes on to its answer.
    func wait(for step: Step, _ exchange: inout Exchange, _ finding: Finding) async throws -> Response {
        switch step {
        case .answered(let response):
            return response
        case .waitsForKeys(let token):
            try await admission.admit(token, &exchange, finding.route?.route)
            return try await wait(for: try admitted(exchange, finding), &exchange, finding)
        case .waitsForBody:
            let body = try await body(of: &exchange)
            let step = try decoded(try decode(finding, exchange, body), exchange)
            return try await wait(for: step, &exchange, finding)
        case .waitsForHandler(let known, let request):
            return try await handled(known, request, exchange)
        }
    }

    private func handled(_ known: KnownTarget, _ request: EdgeRequest, _ exchange: Exchange) async throws -> Response {
        guard let (rule, asked) = question(known, request, exchange) else {
            return try assembler.response(to: try await make(known, request, at: nil), exchange)
        }
        let outcome = try await keeper.answer(
            to: asked, version: { try rule(request) }, make: { try await make(known, request, at: $0) })
        return try assembler.response(to: outcome, exchange, now: time.now())
    }

    private func body(of exchange: inout Exchange) async throws -> ByteBuffer? {
        let body = exchange.body
        guard body.hasBody else { return nil }
        try body.checkHead()
        exchange.unread = .something
        do {
            let bytes = try await TimeLimit.run(settings.requestTimeLimit, time) { try await body.read() }
            exchange.unread = .nothing
            return bytes
        } catch is TimeLimit.Exceeded {
            throw ServiceError.malformed(
                "body", "it did not arrive in time", expected: "a body within \(settings.requestTimeLimit)")
        }
    }

    /// What the handler answers, within its time, as bytes stamped with that time; nil is the time now.
    private func make(_ known: KnownTarget, _ request: EdgeRequest, at asOf: Instant?) async throws -> RenderedAnswer {
        switch known.route.route.handler {
        case .immediate(let handler):
            return render(try handler(request), known, at: asOf)
        case .waiting(let handler):
            let reply = try await ClientPresence.cancelling { [time, limit = settings.requestTimeLimit] in
                try await TimeLimit.run(limit, time) { try await handler(request) }
            }
            return render(reply, known, at: asOf)
        }
    }
}
