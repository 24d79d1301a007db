import NIOCore
import SharedDomain
import SharedHTTP
import Synchronization

/// The snapshots of the present state that were asked for, so that many who begin with the same share the same bytes.
final class SnapshotTexts: Sendable {
    /// How many bytes of text are kept.
    private static let mostKeptBytes = 1_048_576

    private struct Kept {
        /// What they are of: the state, and the moment that ages are as of.
        var subject = ""
        var texts: [StreamQuestion: StreamText] = [:]
        var bytes = 0
    }

    private let kept = Mutex(Kept())

    /// The snapshot of a state with ages as of that moment.
    func text(
        of state: RateState, for question: StreamQuestion, at moment: Instant
    ) throws(ServiceError) -> StreamText {
        let subject = "\(state.id) \(state.rates.version(at: moment).tag)"
        if let known = kept.withLock({ $0.subject == subject ? $0.texts[question] : nil }) { return known }
        // Two that ask at once compute the same twice, which is better than one waiting for the other.
        let answer = try LatestRates.answer(question.latest, from: state.rates, at: moment)
        let text = StreamText(answer, numbers: question.numbers, id: state.id)
        kept.withLock { kept in
            if kept.subject != subject { kept = Kept(subject: subject) }
            guard kept.bytes + text.bytes.readableBytes <= Self.mostKeptBytes else { return }
            if kept.texts.updateValue(text, forKey: question) == nil { kept.bytes += text.bytes.readableBytes }
        }
        return text
    }
}
