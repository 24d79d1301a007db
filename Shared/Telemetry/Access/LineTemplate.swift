import Logging
import SharedDomain

/// The line of an `AccessEvent` with gaps where events differ.
///
/// The formatter itself makes it, by writing an event whose values occur nowhere else: whatever the form of a line is,
/// what lies between those values is what lies between the values of every event. None of the values needs an escape.
struct LineTemplate: Sendable {
    private enum Gap: CaseIterable {
        case time
        case correlationID
        case traceID
        case spanID
        case status
        case milliseconds
        case bytes
    }

    private struct Piece {
        let text: [UInt8]
        /// What follows the text; nil at the end of the line.
        let gap: Gap?
    }

    /// The most bytes of all gaps together: an instant, the names, three numbers of 64 bits.
    private static let mostInGaps = Instant.longestWritten + CorrelationID.longest + 32 + 16 + 3 * 24

    /// The most bytes of a line.
    let longest: Int

    private let pieces: [Piece]

    /// Nil where lines can be so long that the formatter might have to cut them, or hold the sample's own values.
    init?(_ formatter: any LineFormatter, _ subject: AccessSubject) {
        guard let sample = Sample() else { return nil }
        let event = LogEvent(
            level: subject.level, message: AccessSubject.message, metadata: nil, source: nil, file: #fileID,
            function: #function, line: #line)
        var metadata = subject.metadata(sample.event)
        metadata[LogKey.correlationID] = .string(sample.event.correlationID.value)
        metadata[LogKey.traceID] = .string(sample.event.traceParent.traceID)
        metadata[LogKey.spanID] = .string(sample.event.traceParent.spanID)
        let line = formatter.line(for: event, metadata: metadata, at: sample.time)
        var rest = line[...]
        var pieces: [Piece] = []
        for _ in Gap.allCases {
            let found = Gap.allCases.compactMap { gap in rest.firstRange(of: sample.text(gap)).map { (gap, $0) } }
            guard let (gap, range) = found.min(by: { $0.1.lowerBound < $1.1.lowerBound }),
                !pieces.contains(where: { $0.gap == gap })
            else { return nil }
            pieces.append(Piece(text: Array(rest[..<range.lowerBound].utf8), gap: gap))
            rest = rest[range.upperBound...]
        }
        guard !Gap.allCases.contains(where: { rest.contains(sample.text($0)) }) else { return nil }
        pieces.append(Piece(text: Array(rest.utf8), gap: nil))
        longest = pieces.reduce(Self.mostInGaps) { $0 + $1.text.count }
        guard longest <= formatter.longestUncut else { return nil }
        self.pieces = pieces
    }

    /// Writes the line of an event, without its line end.
    func write(_ event: AccessEvent, at time: Instant, to writer: inout DigitWriter) {
        for piece in pieces {
            piece.text.withUnsafeBytes { writer.write($0) }
            switch piece.gap {
            case .time: time.write(to: &writer, alwaysWithMilliseconds: true)
            case .correlationID: writer.write(event.correlationID.value)
            case .traceID: event.traceParent.writeTraceID(to: &writer)
            case .spanID: event.traceParent.writeSpanID(to: &writer)
            case .status: writer.write(event.status)
            case .milliseconds: Self.writeMilliseconds(event.microseconds, to: &writer)
            case .bytes: writer.write(event.bytes)
            case nil: break
            }
        }
    }

    /// As Swift describes the number of milliseconds: at least one decimal, and none that says nothing.
    private static func writeMilliseconds(_ microseconds: Int, to writer: inout DigitWriter) {
        if microseconds < 0 { writer.write(ascii: "-") }
        let whole = Int(microseconds.magnitude / 1000)
        let thousandths = Int(microseconds.magnitude % 1000)
        writer.write(whole)
        writer.write(ascii: ".")
        if thousandths % 100 == 0 {
            writer.write(thousandths / 100)
        } else if thousandths % 10 == 0 {
            writer.write(thousandths / 10, width: 2)
        } else {
            writer.write(thousandths, width: 3)
        }
    }

    /// An event whose values are found again.
    private struct Sample {
        let time = Instant(milliseconds: 549_864_182_109)
        let event: AccessEvent

        init?() {
            guard let correlationID = CorrelationID("correlation-of-the-sample"),
                let traceParent = TraceParent("00-0123456789abcdeffedcba9876543210-a1b2c3d4e5f60789-00")
            else { return nil }
            event = AccessEvent(
                correlationID: correlationID, traceParent: traceParent, status: 111_222_333, microseconds: 444_555_666,
                bytes: 777_888_999)
        }

        func text(_ gap: Gap) -> String {
            switch gap {
            case .time: LogTime.text(of: time)
            case .correlationID: event.correlationID.value
            case .traceID: event.traceParent.traceID
            case .spanID: event.traceParent.spanID
            case .status: String(event.status)
            case .milliseconds: "444555.666"
            case .bytes: String(event.bytes)
            }
        }
    }
}
