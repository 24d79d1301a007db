import NIOCore
import SharedDomain
import SharedHTTP
import Synchronization

/// What changed from one state to the next: worked out when the first subscriber wants it, and then the same bytes for
/// all that want the same.
final class RateStep: Sendable {
    /// How much of what was worked out is kept for one step, in bytes of text. Beyond it is made anew for each, which
    /// happens only where subscribers want very many different things.
    private static let mostKeptBytes = 1_048_576
    /// How many lists of changes are kept: each is for one money and one precision.
    private static let mostKeptLists = 64

    let from: RateState
    let to: RateState

    private struct Kept {
        var changes: [StreamQuestion.Money: [RateEvent]] = [:]
        var texts: [StreamQuestion: StreamText] = [:]
        var bytes = 0
    }

    private let kept = Mutex(Kept())

    init(from: RateState, to: RateState) {
        self.from = from
        self.to = to
    }

    /// Every price that changed in that money, by code.
    func changes(in money: StreamQuestion.Money) throws(ServiceError) -> [RateEvent] {
        try kept.withLock { (kept) throws(ServiceError) in try changes(in: money, &kept) }
    }

    /// The events of this step for who asked that.
    func text(for question: StreamQuestion) throws(ServiceError) -> StreamText {
        // Whoever wants the same meanwhile waits: it would have to do the same work.
        try kept.withLock { (kept) throws(ServiceError) in
            if let known = kept.texts[question] { return known }
            let changes = try changes(in: question.money, &kept).filter { question.covers($0.currency) }
            let text = StreamText(changes, in: question, id: to.id)
            if kept.bytes + text.bytes.readableBytes <= Self.mostKeptBytes {
                kept.texts[question] = text
                kept.bytes += text.bytes.readableBytes
            }
            return text
        }
    }

    private func changes(
        in money: StreamQuestion.Money, _ kept: inout Kept
    ) throws(ServiceError) -> [RateEvent] {
        if let known = kept.changes[money] { return known }
        let changes = RateEvent.all(from: try from.entries(in: money), to: try to.entries(in: money))
        if kept.changes.count < Self.mostKeptLists { kept.changes[money] = changes }
        return changes
    }
}
