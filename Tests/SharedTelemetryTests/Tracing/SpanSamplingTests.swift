import SharedTesting
import Testing

@testable import SharedTelemetry

@Suite("sampling")
struct SpanSamplingTests {
    // Counted by a Python program of its own: 20,000 ids by SplitMix64 from 1, `(low >> 1) < int(ratio * 2**63)`.
    @Test(
        "of given traces, exactly those are taken that any OpenTelemetry implementation takes",
        arguments: [(0.0, 0), (0.01, 199), (0.1, 2032), (0.5, 9995), (1.0, 20_000)])
    func ratio(_ ratio: Double, _ expected: Int) throws {
        let sampling = SpanSampling(ratio: ratio)
        var generator = SplitMix64(seed: 1)
        var taken = 0
        for _ in 0..<20_000 {
            let id = Hex.text(of: generator.next()) + Hex.text(of: generator.next())
            if sampling.takes(try #require(TraceParent("00-\(id)-00f067aa0ba902b7-00"))) { taken += 1 }
        }
        #expect(taken == expected)
    }

    // int(0.1 * 2**63) * 2 is 0x1999999999999a00.
    @Test(
        "the edge of a tenth is where it belongs, and the left half of an id does not count",
        arguments: [
            ("0000000000000000", true), ("19999999999999ff", true), ("1999999999999a00", false),
            ("ffffffffffffffff", false),
        ])
    func edge(_ right: String, _ isTaken: Bool) throws {
        for left in ["0000000000000001", "ffffffffffffffff"] {
            let trace = try #require(TraceParent("00-\(left)\(right)-00f067aa0ba902b7-00"))
            #expect(SpanSampling(ratio: 0.1).takes(trace) == isTaken)
        }
    }

    @Test("a higher ratio takes all that a lower one takes")
    func nested() throws {
        var generator = SplitMix64(seed: 2)
        for _ in 0..<10_000 {
            let id = Hex.text(of: generator.next()) + Hex.text(of: generator.next())
            let trace = try #require(TraceParent("00-\(id)-00f067aa0ba902b7-00"))
            let taken = [0.001, 0.01, 0.1, 0.5, 1].map { SpanSampling(ratio: $0).takes(trace) }
            #expect(taken == taken.sorted { !$0 && $1 })
        }
    }

    @Test(
        "what is no ratio is the nearest one", arguments: [(-1.0, false), (.nan, false), (7, true), (.infinity, true)])
    func outside(_ ratio: Double, _ isTaken: Bool) throws {
        let trace = try #require(TraceParent("00-4bf92f3577b34da67fffffffffffffff-00f067aa0ba902b7-00"))
        #expect(SpanSampling(ratio: ratio).takes(trace) == isTaken)
    }
}
