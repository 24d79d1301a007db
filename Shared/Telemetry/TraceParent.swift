/// The place of a piece of work in a trace: the `traceparent` header, version 00.
///
/// W3C Trace Context, section 3.2: `00-<trace id: 32 hex>-<parent id: 16 hex>-<flags: 2 hex>`, lower case.
package struct TraceParent: Sendable, Hashable, CustomStringConvertible {
    private let traceHigh: UInt64
    private let traceLow: UInt64
    private let span: UInt64
    private let flags: UInt8

    private init(traceHigh: UInt64, traceLow: UInt64, span: UInt64, flags: UInt8) {
        self.traceHigh = traceHigh
        self.traceLow = traceLow
        self.span = span
        self.flags = flags
    }

    /// The value of a header; nil unless it is exactly version 00 with no id all zero.
    package init?(_ text: String) {
        // Lengths are checked on the bytes, so that no combining character can hide in a digit.
        let parts = text.split(separator: "-", maxSplits: 4, omittingEmptySubsequences: false)
        guard text.utf8.count == 55, parts.map(\.utf8.count) == [2, 32, 16, 2], parts[0] == "00",
            let high: UInt64 = Hex.number(parts[1].prefix(16)), let low: UInt64 = Hex.number(parts[1].suffix(16)),
            let span: UInt64 = Hex.number(parts[2]), let flags: UInt8 = Hex.number(parts[3]),
            high != 0 || low != 0, span != 0
        else { return nil }
        self.init(traceHigh: high, traceLow: low, span: span, flags: flags)
    }

    /// The start of a new trace.
    package static func make(isSampled: Bool) -> TraceParent {
        var generator = SystemRandomNumberGenerator()
        return TraceParent(
            traceHigh: generator.next(), traceLow: .random(in: 1...UInt64.max, using: &generator),
            span: .random(in: 1...UInt64.max, using: &generator), flags: isSampled ? sampledFlag : 0)
    }

    /// A new span in the same trace: what is sent along with a call made from here.
    package func child() -> TraceParent {
        var generator = SystemRandomNumberGenerator()
        return TraceParent(
            traceHigh: traceHigh, traceLow: traceLow, span: .random(in: 1...UInt64.max, using: &generator),
            flags: flags)
    }

    /// The trace's id: 32 hexadecimal digits.
    package var traceID: String { Hex.text(of: traceHigh) + Hex.text(of: traceLow) }

    /// The id of the span that is the parent of what is called: 16 hexadecimal digits.
    package var spanID: String { Hex.text(of: span) }

    /// Whether the caller may have recorded the trace.
    package var isSampled: Bool { flags & Self.sampledFlag != 0 }

    /// The header's value.
    package var description: String { "00-\(traceID)-\(spanID)-\(Hex.text(of: flags))" }

    private static let sampledFlag: UInt8 = 0x01
}
