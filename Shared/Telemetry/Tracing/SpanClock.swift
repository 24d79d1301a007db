import Foundation

/// The two clocks of a span: one that says when it began, and one that never jumps to say how long it took.
package struct SpanClock: Sendable {
    /// Nanoseconds since 1970.
    package let sinceEpoch: @Sendable () -> UInt64
    /// Nanoseconds since some moment, never running backwards.
    package let monotonic: @Sendable () -> UInt64

    /// Clocks that answer with these two functions.
    package init(sinceEpoch: @escaping @Sendable () -> UInt64, monotonic: @escaping @Sendable () -> UInt64) {
        self.sinceEpoch = sinceEpoch
        self.monotonic = monotonic
    }

    /// The machine's clocks.
    package static let system = SpanClock(
        sinceEpoch: { nanoseconds(CLOCK_REALTIME) }, monotonic: { nanoseconds(CLOCK_MONOTONIC) })

    private static func nanoseconds(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        guard clock_gettime(clock, &time) == 0 else { return 0 }
        return UInt64(clamping: time.tv_sec) * 1_000_000_000 + UInt64(clamping: time.tv_nsec)
    }
}
