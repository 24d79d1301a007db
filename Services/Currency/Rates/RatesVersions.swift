import SharedDomain
import SharedHTTP
import Synchronization

/// The versions that one state of the rates goes through while time passes: ages grow by the hour, rates go stale.
///
/// A version is told by the content of every sheet that an answer may come from, by the settings that choose among them
/// and by the moment that answers are as
/// of. That is the latest of: the beginning of the hour (UTC), what was published or recorded last, and the last time
/// that something went stale. Between two such moments no answer changes.
final class RatesVersions: Sendable {
    /// What a source is expected to bring.
    private struct Expectation: Sendable {
        let calendar: PublicationCalendar
        let newestDay: Day
    }

    /// A version, and until when it is the one.
    private struct Current: Sendable {
        let version: AnswerVersion
        let validity: Range<Instant>
    }

    /// The name of the content: the same after a restart and at every replica that took in the same events.
    let fingerprint: String

    /// When answers change although nothing comes in, but for the hours; ascending.
    private let moments: [Instant]
    private let expectations: [Expectation]
    /// What was told last: telling it anew costs more than the rest of an answer that is kept.
    private let current = Mutex<Current?>(nil)

    /// The versions of the rates of these sources, chosen by those preferences; by default in the order given.
    init(of sources: [RecentSheets], _ preferences: RatePreferences? = nil) {
        let preferences = preferences ?? RatePreferences(sources: sources.map(\.source))
        var fingerprint = Fingerprint("currency.rates/2")
        fingerprint.add(preferences)
        var moments: Set<Instant> = []
        fingerprint.add(sources.count)
        for source in sources {
            fingerprint.add(source.sheets.count)
            for sheet in source.sheets {
                fingerprint.add(sheet)
                moments.formUnion([sheet.publishedAt, sheet.recordedAt, source.staleFrom(sheet.day)])
            }
        }
        self.fingerprint = fingerprint.text
        self.moments = moments.sorted()
        expectations = sources.map { Expectation(calendar: .calendar(of: $0.source), newestDay: $0.newestDay) }
    }

    /// The version at that moment. It is fresh until the next moment at which an answer changes, or at which a source
    /// should publish; once that is due, nobody knows how long.
    func version(at now: Instant) -> AnswerVersion {
        if let known = current.withLock({ $0 }), known.validity.contains(now) { return known.version }
        let told = tell(at: now)
        current.withLock { $0 = told }
        return told.version
    }

    private func tell(at now: Instant) -> Current {
        let next = moments.partitioningIndex { $0 > now }
        let hour = now.startOfHour
        let asOf = next > 0 ? max(hour, moments[next - 1]) : hour
        var end = hour.advanced(by: .seconds(3600))
        if next < moments.count { end = min(end, moments[next]) }
        for expectation in expectations { end = min(end, expectation.calendar.nextExpected(after: now)) }
        let isDue = expectations.contains { $0.newestDay < $0.calendar.latestExpectedDay(at: now) }
        let version = AnswerVersion(
            tag: "\(fingerprint)@\(asOf.milliseconds)", asOf: asOf, freshUntil: isDue ? nil : end)
        return Current(version: version, validity: now..<end)
    }
}

extension Fingerprint {
    /// Adds all that decides which source serves, and what is said beside its rate.
    fileprivate mutating func add(_ preferences: RatePreferences) {
        add(preferences.sources.map(\.description).joined(separator: " "))
        add(preferences.disagreementPercent)
        add(preferences.rules.count)
        for rule in preferences.rules { add(rule) }
    }
}

extension Instant {
    /// The beginning of its hour in UTC.
    fileprivate var startOfHour: Instant {
        let hour: Int64 = 3_600_000
        let rest = milliseconds % hour
        return Instant(milliseconds: milliseconds - (rest < 0 ? rest + hour : rest))
    }
}

extension [Instant] {
    /// The place of the first element for which `isAfter` holds, in an array where it holds for all that follow it.
    fileprivate func partitioningIndex(_ isAfter: (Instant) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
