package import Foundation

extension Day {
    /// The day it is in `zone` at that instant.
    package init(of instant: Instant, in zone: TimeZone) {
        let local = instant.seconds + Int64(Self.offset(of: zone, atSeconds: instant.seconds))
        self.init(number: Int32(clamping: local.flooredQuotient(by: 86_400)))
    }

    /// The first instant of this day in `zone`: midnight, or whatever follows the gap where the clock skips midnight.
    package func start(in zone: TimeZone) -> Instant {
        instant(hour: 0, minute: 0, in: zone)
    }

    /// The first instant at which a clock in `zone` shows this day and at least this time.
    package func instant(hour: Int, minute: Int, in zone: TimeZone) -> Instant {
        let wanted = Int64(number) * 86_400 + Int64(hour * 3600 + minute * 60)
        // By the offset before and by the one after any change that is near. Where the clock goes back and shows a time
        // twice, the first is the earlier.
        let candidates = [wanted - 86_400, wanted + 86_400]
            .map { wanted - Int64(Self.offset(of: zone, atSeconds: $0)) }
        let exact = candidates.first { $0 + Int64(Self.offset(of: zone, atSeconds: $0)) == wanted }
        return Instant(seconds: exact ?? Self.firstSecond(showing: wanted, in: zone))
    }

    /// The clock skips over `wanted`: bisects for the end of the gap.
    private static func firstSecond(showing wanted: Int64, in zone: TimeZone) -> Int64 {
        var before = wanted - 2 * 86_400
        var after = wanted + 2 * 86_400
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if middle + Int64(offset(of: zone, atSeconds: middle)) >= wanted {
                after = middle
            } else {
                before = middle
            }
        }
        return after
    }

    /// Seconds east of Greenwich.
    private static func offset(of zone: TimeZone, atSeconds seconds: Int64) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
}
