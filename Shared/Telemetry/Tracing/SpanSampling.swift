/// Which traces are recorded: the decision of the parent, or for a new trace one in so many by its id.
///
/// OpenTelemetry SDK, "ParentBased" and "TraceIdRatioBased": the id alone decides, so that every service of a trace
/// decides alike, and a higher ratio takes all that a lower one takes. Compared are, as other implementations do it, the
/// upper 63 bits of the id's right half with `ratio * 2^63`.
struct SpanSampling: Sendable {
    private let bound: UInt64

    /// A share of all traces, from 0 (none) to 1 (all); what is outside is the nearer of the two.
    init(ratio: Double) {
        let share = ratio.isNaN ? 0 : min(max(ratio, 0), 1)
        bound = UInt64(share * 0x1p63)
    }

    /// Whether a new trace with this id is recorded.
    func takes(_ trace: TraceParent) -> Bool { trace.samplingBits < bound }
}
