import SharedDomain
import SharedTelemetry
import Synchronization

/// The answers that were made, by question, each of the version that was asked for last. Bounded in bytes and number.
final class BodyCache: Sendable {
    /// How full it is after room was made, in sixteenths: making room looks at everything, so it is done for many at
    /// once.
    private static let sixteenthsKept = 14

    private struct Entry {
        let answer: KeptAnswer
        let route: String
        let asOf: Instant
        var bytes: Int
        var lastUse: UInt64
    }

    private struct State {
        var entries: [Question: Entry] = [:]
        var bytes = 0
        var uses: UInt64 = 0
        /// The newest version that each route was seen with.
        var newest: [String: Instant] = [:]
    }

    private let settings: CacheSettings
    private let requests: CacheCounters
    private let bytes: Gauge
    private let state = Mutex(State())

    init(settings: CacheSettings, metrics: MetricsRegistry) {
        self.settings = settings
        requests = CacheCounters(layer: "body", metrics)
        bytes = metrics.gauge("cache_bytes", "Memory that kept bodies take.", labels: ["layer"]).with("body")
    }

    /// The answer to a question, if it was made of that version. One of another version is dropped.
    func find(_ question: Question, version: String) -> KeptAnswer? {
        let found = state.withLock { state -> KeptAnswer? in
            guard let index = state.entries.index(forKey: question) else { return nil }
            guard state.entries.values[index].answer.version == version else {
                remove(question, from: &state)
                return nil
            }
            state.uses += 1
            state.entries.values[index].lastUse = state.uses
            return state.entries.values[index].answer
        }
        requests.count(isHit: found != nil)
        return found
    }

    /// Keeps an answer, unless it is larger than what is kept.
    func keep(_ answer: KeptAnswer, _ question: Question, route: String, asOf: Instant) {
        guard answer.byteCount <= min(settings.largestBody, settings.maximumBytes) else { return }
        state.withLock { state in
            remove(question, from: &state)
            state.uses += 1
            let cost = answer.byteCount + KeptAnswer.overhead
            state.entries[question] = Entry(
                answer: answer, route: route, asOf: asOf, bytes: cost, lastUse: state.uses)
            state.bytes += cost
            state.newest[route] = max(asOf, state.newest[route] ?? asOf)
            makeRoom(in: &state)
        }
    }

    /// Counts memory that a kept answer took after it was kept.
    func added(_ bytes: Int, to answer: KeptAnswer, _ question: Question) {
        guard bytes > 0 else { return }
        state.withLock { state in
            guard state.entries[question]?.answer === answer else { return }
            state.entries[question]?.bytes += bytes
            state.bytes += bytes
            makeRoom(in: &state)
        }
    }

    /// Drops everything; the number of answers dropped.
    func clear() -> Int {
        state.withLock { state in
            let count = state.entries.count
            state.entries = [:]
            state.bytes = 0
            bytes.set(0)
            return count
        }
    }

    private func remove(_ question: Question, from state: inout State) {
        guard let entry = state.entries.removeValue(forKey: question) else { return }
        state.bytes -= entry.bytes
    }

    /// Drops answers until the bounds hold: first those of versions that were followed by newer ones, then those whose
    /// last use is longest ago.
    private func makeRoom(in state: inout State) {
        defer { bytes.set(Double(state.bytes)) }
        guard state.bytes > settings.maximumBytes || state.entries.count > settings.maximumBodies else { return }
        let bytesKept = settings.maximumBytes / 16 * Self.sixteenthsKept
        let countKept = settings.maximumBodies * Self.sixteenthsKept / 16
        let newest = state.newest
        func isOld(_ entry: Entry) -> Bool { newest[entry.route].map { entry.asOf < $0 } ?? false }
        let candidates = state.entries.sorted { one, other in
            let old = (isOld(one.value), isOld(other.value))
            return old.0 == old.1 ? one.value.lastUse < other.value.lastUse : old.0
        }
        for (question, _) in candidates {
            guard state.bytes > bytesKept || state.entries.count > countKept else { return }
            remove(question, from: &state)
        }
    }
}
