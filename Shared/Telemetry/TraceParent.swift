import SharedDomain

/// The place of a piece of work in a trace: the `traceparent` header.
///
/// W3C Trace Context, section 3.2: `00-<trace id: 32 hex>-<parent id: 16 hex>-<flags: 2 hex>`, lower case. A later version
/// is read as far as this one goes, and passed on as this one (section 4.3, "Versioning of traceparent").
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

    /// The value of a header; nil unless it has the form of version 00, or begins so in a later version, with no id all
    /// zero.
    package init?(_ text: String) {
        // Lengths are checked on the bytes, so that no combining character can hide in a digit.
        let parts = text.split(separator: "-", maxSplits: 4, omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, parts.prefix(4).map(\.utf8.count) == [2, 32, 16, 2],
            let version: UInt8 = Hex.number(parts[0]), version != Self.invalidVersion,
            version > 0 || parts.count == 4,
            let high: UInt64 = Hex.number(parts[1].prefix(16)), let low: UInt64 = Hex.number(parts[1].suffix(16)),
            let span: UInt64 = Hex.number(parts[2]), let flags: UInt8 = Hex.number(parts[3]),
            high != 0 || low != 0, span != 0
        else { return nil }
        self.init(
            traceHigh: high, traceLow: low, span: span, flags: version == 0 ? flags : flags & Self.sampledFlag)
    }

    /// The start of a new trace.
    package static func make(isSampled: Bool) -> TraceParent {
        var generator = IDGenerator()
        return TraceParent(
            traceHigh: generator.next(), traceLow: .random(in: 1...UInt64.max, using: &generator),
            span: .random(in: 1...UInt64.max, using: &generator), flags: isSampled ? sampledFlag : 0)
    }

    /// A new span in the same trace: what is sent along with a call made from here. Flags that nothing defines are not
    /// passed on (section 3.2.2.5.2).
    package func child() -> TraceParent {
        var generator = IDGenerator()
        return TraceParent(
            traceHigh: traceHigh, traceLow: traceLow, span: .random(in: 1...UInt64.max, using: &generator),
            flags: flags & (Self.sampledFlag | Self.randomFlag))
    }

    /// The same place, to be recorded.
    var sampled: TraceParent {
        TraceParent(traceHigh: traceHigh, traceLow: traceLow, span: span, flags: flags | Self.sampledFlag)
    }

    /// 63 bits of the id's right half, which is random in every trace id.
    var samplingBits: UInt64 { traceLow >> 1 }

    /// The trace's id: 32 hexadecimal digits.
    package var traceID: String { Hex.text(of: traceHigh, traceLow) }

    /// The id of the span that is the parent of what is called: 16 hexadecimal digits.
    package var spanID: String { Hex.text(of: span) }

    /// Writes `traceID`.
    func writeTraceID(to writer: inout DigitWriter) {
        writer.write(hexadecimal: traceHigh)
        writer.write(hexadecimal: traceLow)
    }

    /// Writes `spanID`.
    func writeSpanID(to writer: inout DigitWriter) {
        writer.write(hexadecimal: span)
    }

    /// Whether the caller may have recorded the trace.
    package var isSampled: Bool { flags & Self.sampledFlag != 0 }

    /// The header's value.
    package var description: String {
        String(unsafeUninitializedCapacity: 55) { buffer in
            let dash = UInt8(ascii: "-")
            var end = Hex.write(UInt8(0), to: buffer, at: 0)
            buffer[end] = dash
            end = Hex.write(traceLow, to: buffer, at: Hex.write(traceHigh, to: buffer, at: end + 1))
            buffer[end] = dash
            end = Hex.write(span, to: buffer, at: end + 1)
            buffer[end] = dash
            return Hex.write(flags, to: buffer, at: end + 1)
        }
    }

    private static let sampledFlag: UInt8 = 0x01
    /// That the trace's id is random: Trace Context Level 2, section 3.2.2.5.2.
    private static let randomFlag: UInt8 = 0x02
    private static let invalidVersion: UInt8 = 0xFF
    /// The most bytes of a header that is looked at; a later version may be longer than this one's 55.
    private static let longest = 256
}
