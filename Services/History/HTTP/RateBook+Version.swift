import SharedDomain
import SharedHTTP

extension RateBook {
    /// The version of an answer about a pair that is given at `now`; nil when no source quotes both.
    ///
    /// The tag names the whole book: which source answers depends on what the others hold. The answer has no ages in
    /// it, so it changes with the book and with nothing else.
    func version(of target: CurrencyCode, in base: CurrencyCode, at now: Instant) -> AnswerVersion? {
        guard let source = source(quoting: target, base), let newestDay = source.days.last, let newestRecording else {
            return nil
        }
        return AnswerVersion(
            tag: content.text, asOf: newestRecording,
            freshUntil: source.source.calendar?.nextChange(after: Day(number: newestDay), at: now))
    }
}

extension SourceID {
    /// When the source publishes; nil of one whose hours are not known.
    var calendar: PublicationCalendar? { self == .ecb ? .ecb : nil }
}

extension PublicationCalendar {
    /// When newer values than those of `newest` come out; nil when some are due already, and may come at any moment.
    func nextChange(after newest: Day, at now: Instant) -> Instant? {
        newest >= latestExpectedDay(at: now) ? nextExpected(after: now) : nil
    }
}
