import SharedDomain
import SharedHTTP

extension RateBook {
    /// The version of an answer about many currencies in one base that is given at `now`; nil when no source quotes the
    /// base. It is fresh until the first of those sources is expected to publish.
    func version(ofAllIn base: CurrencyCode, at now: Instant) -> AnswerVersion? {
        let quoting = sources.values.filter { $0.count(of: base) > 0 }
        guard !quoting.isEmpty, let newestRecording else { return nil }
        let changes = quoting.map { book in
            book.days.last.flatMap { book.source.calendar?.nextChange(after: Day(number: $0), at: now) }
        }
        // A source that is late, or whose hours are not known, may publish at any moment.
        let known = changes.compactMap { $0 }
        return AnswerVersion(
            tag: content.text, asOf: newestRecording, freshUntil: known.count == changes.count ? known.min() : nil)
    }
}
