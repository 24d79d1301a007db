import GRPCCore
import SharedContracts
import SharedDomain

extension CurrencyRatesService {
    /// The latest prices and every change of one, by the same rules as over HTTP.
    ///
    /// The id stands in the last message of those that lead to a state. Ends with `RESOURCE_EXHAUSTED` for a receiver
    /// that does not keep up, and with `UNAVAILABLE` when the service stops.
    /// - Throws: `ServiceError` before the first message.
    func changes(
        request: CurrencyV1ChangesRequest, response: RPCWriter<CurrencyV1Change>, context: ServerContext
    ) async throws {
        var asked = CurrencyV1LatestRequest()
        asked.base = request.base
        asked.symbols = request.symbols
        let question = StreamQuestion(try LatestQuestion(asked))
        let id = request.resumeAfter.isEmpty ? nil : request.resumeAfter
        let opened = try await stream.open(question, after: id, over: .grpc)
        let subscription = opened.subscription
        var first: CurrencyV1Change?
        if let state = opened.snapshot {
            var change = CurrencyV1Change()
            change.id = state.id
            change.snapshot = CurrencyV1LatestReply(try stream.answer(of: state, for: question))
            first = change
        }
        let (fallenBehind, falls) = AsyncStream.makeStream(of: Never.self)
        subscription.onDrop { falls.finish() }
        // A write that waits for a receiver who does not read is cancelled when the receiver has fallen behind.
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [first] in
                if let first {
                    try await response.write(first)
                    stream.figures.sentSnapshot()
                }
                try await send(subscription, to: response)
            }
            group.addTask {
                for await _ in fallenBehind {}
                try Task.checkCancellation()
                throw RateStream.FellBehind()
            }
            defer { group.cancelAll() }
            do {
                try await group.next()
            } catch is RateStream.FellBehind {
                throw RPCError(
                    code: .resourceExhausted, message: "the receiver did not keep up; begin anew")
            }
        }
    }

    private func send(_ subscription: RateSubscription, to response: RPCWriter<CurrencyV1Change>) async throws {
        while let delivery = try await subscription.next() {
            guard case .step(let step) = delivery else { continue }
            let changes = try step.changes(in: subscription.question.money)
                .filter { subscription.question.covers($0.currency) }
            // A name alone, so that the receiver can resume from here.
            if changes.isEmpty {
                var name = CurrencyV1Change()
                name.id = step.to.id
                try await response.write(name)
            }
            for (index, change) in changes.enumerated() {
                try await response.write(
                    CurrencyV1Change(change, id: index == changes.count - 1 ? step.to.id : ""))
                if case .rate = change {
                    stream.figures.sent(rates: 1, withdrawn: 0)
                } else {
                    stream.figures.sent(rates: 0, withdrawn: 1)
                }
            }
        }
        throw RPCError(code: .unavailable, message: "the service is stopping; resume elsewhere, or later")
    }
}

extension CurrencyV1Change {
    fileprivate init(_ change: RateEvent, id: String) {
        self.init()
        self.id = id
        switch change {
        case .rate(let entry): rate = CurrencyV1Rate(entry)
        case .withdrawn(let currency): withdrawn = currency.description
        }
    }
}
