import SharedHTTP

/// The events of a subscription as text, for as long as its client takes them.
struct RatePush: PushSource {
    let subscription: RateSubscription
    let figures: StreamFigures

    func begin(onReady: @escaping @Sendable () -> Void, onCutOff: @escaping @Sendable () -> Void) {
        subscription.onReady(onReady)
        subscription.onDrop(onCutOff)
    }

    func take() throws -> Pushed {
        switch subscription.takeNow() {
        case .step(let step):
            let text = try step.text(for: subscription.question)
            figures.sent(rates: text.rates, withdrawn: text.withdrawn)
            return .bytes(text.bytes)
        case .heartbeat:
            figures.sentHeartbeat()
            return .bytes(StreamText.heartbeat)
        case .nothing, .fellBehind:
            // Who fell behind is cut off.
            return .nothing
        case .ended:
            return .ended
        }
    }

    func end() {
        subscription.end()
    }
}
