import Foundation
import SharedDomain
import SharedTesting
import Testing

@Suite("Instants")
struct InstantTests {
    // Expected numbers by Python: int(datetime.fromisoformat(text).timestamp() * 1000).
    @Test(
        "RFC 3339 is read to the millisecond",
        arguments: [
            ("1970-01-01T00:00:00Z", 0),
            ("2026-10-30T15:00:00Z", 1_793_372_400_000),
            ("2026-10-30T15:00:00.5Z", 1_793_372_400_500),
            ("2026-10-30T15:00:00.123456789Z", 1_793_372_400_123),
            ("2026-10-31T00:00:00+09:00", 1_793_372_400_000),
            ("2026-10-30T10:30:00-04:30", 1_793_372_400_000),
            ("1969-12-31T23:59:59.999Z", -1),
        ])
    func reading(text: String, milliseconds: Int64) throws {
        #expect(try instant(text).milliseconds == milliseconds)
    }

    @Test("it is written in UTC, with a fraction only where there is one")
    func writing() {
        #expect(Instant(seconds: 1_793_372_400).description == "2026-10-30T15:00:00Z")
        #expect(Instant(milliseconds: 1_793_372_400_007).description == "2026-10-30T15:00:00.007Z")
        #expect(Instant(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
    }

    @Test(
        "what is not RFC 3339 is refused",
        arguments: [
            "", "2026-10-30", "2026-10-30T15:00:00", "2026-10-30 15:00:00Z", "2026-10-30T24:00:00Z",
            "2026-10-30T15:60:00Z", "2026-10-30T15:00:60Z", "2026-10-30T15:00Z", "2026-10-30T15:00:00.Z",
            "2026-10-30T15:00:00.1234567890Z", "2026-10-30T15:00:00+0900", "2026-10-30T15:00:00+24:00",
            "2026-13-30T15:00:00Z", "9999-01-01T00:00:00Z", "2026-10-30T15:00:00Z ", "now", "1793372400",
            "2026-10-30T15:00:00." + String(repeating: "0", count: 500) + "Z",
        ])
    func refused(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test("random instants survive being written and read again")
    func roundTrip() throws {
        var random = SplitMix64(seed: 6)
        for _ in 0..<2000 {
            let value = Instant(milliseconds: .random(in: -2_000_000_000_000...4_000_000_000_000, using: &random))
            #expect(try instant(value.description) == value)
        }
    }

    // Python: divmod(-2**63, 86_400_000), divmod(2**63 - 1, 86_400_000); the day is the last that 32 bits count.
    @Test("the first and the last instant that 64 bits count can be written")
    func farthest() {
        #expect(Instant(milliseconds: .min).description == "-5877641-06-23T16:47:04.192Z")
        #expect(Instant(milliseconds: .max).description == "5881580-07-11T07:12:55.807Z")
    }

    @Test("moving by a duration and measuring it are opposites")
    func durations() throws {
        let start = try instant("2026-10-30T15:00:00Z")
        let later = start.advanced(by: .seconds(90))
        #expect(later.description == "2026-10-30T15:01:30Z")
        #expect(start.duration(to: later) == .seconds(90))
        #expect(later.duration(to: start) == .seconds(-90))
        #expect(start < later)
    }

    @Test("the ends of the range are where moving stops, without a trap")
    func saturation() {
        #expect(Instant(seconds: .max).milliseconds == .max)
        #expect(Instant(seconds: .min).milliseconds == .min)
        #expect(Instant(milliseconds: .max).advanced(by: .seconds(Int64.max)).milliseconds == .max)
        #expect(Instant(milliseconds: .min).advanced(by: .seconds(Int64.min)).milliseconds == .min)
    }

    @Test("seconds are rounded down, also before 1970")
    func seconds() {
        #expect(Instant(milliseconds: 1999).seconds == 1)
        #expect(Instant(milliseconds: -1).seconds == -1)
    }

    @Test("the system's time lies between two looks at its clock")
    func system() {
        let before = Date().timeIntervalSince1970
        let now = Double(TimeSource.system.now().milliseconds) / 1000
        #expect(now >= before - 0.001 && now <= Date().timeIntervalSince1970)
    }
}
