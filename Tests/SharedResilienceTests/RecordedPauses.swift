import SharedDomain
import Synchronization

/// A time in which every pause is over at once and is remembered.
final class RecordedPauses: Sendable {
    private let pauses = Mutex<[Duration]>([])

    var all: [Duration] { pauses.withLock { $0 } }

    var source: TimeSource {
        TimeSource(
            now: { Instant(seconds: 0) }, sleep: { pause in self.pauses.withLock { $0.append(pause) } })
    }
}

/// The failure of an attempt.
struct Failure: Error, Equatable {
    let attempt: Int
}
