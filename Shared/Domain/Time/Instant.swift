/// A point in time: whole milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted (as in POSIX).
package struct Instant: Sendable, Hashable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    /// The instant so many milliseconds after 1970-01-01T00:00:00Z.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The instant so many seconds after 1970-01-01T00:00:00Z; beyond the range, its nearest end.
    package init(seconds: Int64) {
        let product = seconds.multipliedReportingOverflow(by: 1000)
        milliseconds = product.overflow ? (seconds < 0 ? .min : .max) : product.partialValue
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    package var seconds: Int64 { milliseconds.flooredQuotient(by: 1000) }
}

extension Instant: InstantProtocol {
    /// Whether one instant is before another.
    package static func < (one: Instant, other: Instant) -> Bool { one.milliseconds < other.milliseconds }

    /// The instant so much later, fractions of a millisecond dropped; beyond the range, its nearest end.
    package func advanced(by duration: Duration) -> Instant {
        let sum = Int128(milliseconds) + duration.wholeMilliseconds
        return Instant(milliseconds: Int64(clamping: sum))
    }

    /// How long from this instant to the other: negative when the other is earlier.
    package func duration(to other: Instant) -> Duration {
        let difference = Int128(other.milliseconds) - Int128(milliseconds)
        return .milliseconds(Int64(clamping: difference))
    }
}

extension Duration {
    /// The duration in milliseconds, rounded toward zero.
    var wholeMilliseconds: Int128 {
        let (seconds, attoseconds) = components
        return Int128(seconds) * 1000 + Int128(attoseconds / 1_000_000_000_000_000)
    }
}

extension BinaryInteger {
    /// The quotient rounded toward minus infinity, for a positive divisor.
    func flooredQuotient(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
