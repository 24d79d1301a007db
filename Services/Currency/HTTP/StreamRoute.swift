import NIOCore
import SharedDomain
import SharedHTTP

/// `GET /api/v1/currencies/stream`: the latest rates as Server-Sent Events.
struct StreamRoute: Sendable {
    private static let symbols = Parameter(
        optional: "symbols", .currencies(1...LatestQuestion.mostSymbols),
        summary: "The currencies to follow, separated by commas; otherwise every one held.")
    private static let base = Parameter(
        "base", .currency, default: .krw, summary: "The money that the rates are given in.")
    private static let lastEvent = Parameter(
        optional: "Last-Event-ID", in: .header, .text(0...128),
        summary: "The `id` of the last event received: what changed since then follows.")

    let stream: RateStream

    /// The routes.
    var routes: [Route] {
        [
            Route(
                .get, "/api/v1/currencies/stream",
                summary: "The latest rates, and every change of one as it happens, as Server-Sent Events.",
                details: Self.details,
                parameters: [
                    Self.symbols, Self.base, CommonParameter.precision, CommonParameter.numbers, Self.lastEvent,
                ],
                answers: .media(
                    StreamText.mediaType, "Events, without end.", example: StreamExamples.dollar),
                errors: [.dataNotReady, .notFound],
                handler: { request in
                    let question = LatestQuestion(
                        base: try request[Self.base], symbols: try request[Self.symbols],
                        significantDigits: try request[CommonParameter.precision])
                    return try await open(
                        StreamQuestion(question, numbers: try request[CommonParameter.numbers]),
                        after: try request[Self.lastEvent])
                })
        ]
    }

    private func open(_ question: StreamQuestion, after id: String?) async throws -> EdgeReply {
        let opened = try await stream.open(question, after: id, over: .http)
        let snapshot = try opened.snapshot.map { try stream.text(of: $0, for: question).bytes }
        let source = RatePush(subscription: opened.subscription, figures: stream.figures)
        return EdgeReply.endless(mediaType: StreamText.mediaType, source: source) { [figures = stream.figures] in
            guard let snapshot else { return StreamText.resumed }
            figures.sentSnapshot()
            return snapshot
        }
        // Proxies that keep an answer until it is whole would keep this one for ever.
        .settingHeader("X-Accel-Buffering", to: "no")
    }

    private static let details = """
        **Events.** First a `snapshot`, whose data is the `data` of `/api/v1/currencies/latest` with the same parameters, \
        ages as of the last full hour or the last change after it. Then, as it happens, a `rate` for each currency whose price, source, day, figures, staleness, fallback or \
        disagreement changes: `{"base", "currency", "rate", …}` with the members of the evidence beside them, ages as of \
        when it changed. A currency that has no rate any more gives a `withdrawn` with `{"base", "currency"}`. A \
        `: heartbeat` comes every 15 seconds; clients ignore it.

        **Resuming.** The `id` names the state of the rates by its content. Sent back as `Last-Event-ID`, as browsers do \
        by themselves, it is answered with every change since, or with a snapshot where the state is no longer known: \
        \(RateStream.statesKept) are, and the newest one also after a restart and at every replica. Where several \
        rates change at once, the `id` comes with the last of them: a client that was cut off in between gets them all \
        again. An `id` alone says that the rates have changed and none of those asked for.

        **Slow clients.** Nothing is queued: a client that does not read is cut off, and begins anew when it comes back.
        """
}
