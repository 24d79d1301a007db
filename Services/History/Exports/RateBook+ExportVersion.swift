import SharedDomain
import SharedHTTP

extension SourceBook {
    /// The version of an answer that is given at `now` and comes from this source alone; nil when it has no sheets.
    func version(at now: Instant) -> AnswerVersion? {
        guard let newestRecording else { return nil }
        return AnswerVersion(tag: content.text, asOf: newestRecording, freshUntil: nextChange(at: now))
    }

    /// When newer values come out; nil when they may come at any moment.
    fileprivate func nextChange(at now: Instant) -> Instant? {
        days.last.flatMap { source.calendar?.nextChange(after: Day(number: $0), at: now) }
    }
}

extension RateBook {
    /// The version of an answer that is given at `now` and may come from every source; nil when nothing is held.
    func version(at now: Instant) -> AnswerVersion? {
        guard let newestRecording else { return nil }
        let changes = sources.values.map { $0.nextChange(at: now) }
        let isForeseeable = !changes.contains(nil)
        return AnswerVersion(
            tag: content.text, asOf: newestRecording, freshUntil: isForeseeable ? changes.compactMap(\.self).min() : nil
        )
    }
}
