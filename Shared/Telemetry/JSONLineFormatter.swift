import Logging
import SharedDomain

/// Lines for a program: one JSON object each, with the keys `time`, `level`, `service`, `logger` (a library's),
/// `correlation_id`, `trace_id`, `span_id`, `message`, `error`, `metadata`, and `cut: true` where something was left out.
struct JSONLineFormatter: LineFormatter {
    let origin: LineOrigin
    let maximumBytes: Int

    var longestUncut: Int { maximumBytes - JSONLine.reservedBytes }

    func line(for event: LogEvent, metadata: Logger.Metadata, at time: Instant) -> String {
        var metadata = metadata
        let correlationID = metadata.removeValue(forKey: LogKey.correlationID)
        let traceID = metadata.removeValue(forKey: LogKey.traceID)
        let spanID = metadata.removeValue(forKey: LogKey.spanID)
        var line = JSONLine(maximumBytes: maximumBytes)
        line.add("time", LogTime.text(of: time))
        line.add("level", event.level.rawValue)
        line.add("service", origin.service, atMost: LineOrigin.longestName)
        if let label = origin.distinctLabel { line.add("logger", label, atMost: LineOrigin.longestName) }
        if let correlationID {
            line.add(LogKey.correlationID, correlationID.description, atMost: CorrelationID.longest + 2)
        }
        if let traceID { line.add(LogKey.traceID, traceID.description, atMost: LineOrigin.longestName) }
        if let spanID { line.add(LogKey.spanID, spanID.description, atMost: LineOrigin.longestName) }
        line.add("message", event.message.description, atMost: maximumBytes / 2)
        if let error = event.error { line.add("error", "\(error)", atMost: maximumBytes / 4) }
        line.add("metadata", metadata)
        return line.finished
    }
}

/// A JSON object that stays within a number of bytes: a member that does not fit is cut or left out.
private struct JSONLine {
    private static let cutMember = ",\"cut\":true"
    /// The end is kept free for saying that something was cut, and for the closing brace.
    static let reservedBytes = cutMember.utf8.count + 1

    private var line: BoundedText
    private var isCut = false

    init(maximumBytes: Int) {
        line = BoundedText(limit: maximumBytes - Self.reservedBytes)
        line.append("{")
    }

    var finished: String { line.text + (isCut ? Self.cutMember : "") + "}" }

    mutating func add(_ key: String, _ text: String, atMost limit: Int = .max) {
        let name = separator + "\"\(key)\":"
        let room = min(limit, line.room - name.utf8.count)
        guard room > BoundedText.mark.utf8.count + 2 else {
            isCut = true
            return
        }
        line.append(name + JSONText.quoting(text, atMost: room))
    }

    mutating func add(_ key: String, _ metadata: Logger.Metadata) {
        guard !metadata.isEmpty else { return }
        let name = separator + "\"\(key)\":{"
        var members = BoundedText(limit: line.room - name.utf8.count - 1)
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            let start = (members.text.isEmpty ? "" : ",") + JSONText.quoting(key, atMost: LineOrigin.longestName) + ":"
            guard let text = JSONText.of(value, atMost: members.room - start.utf8.count),
                members.append(start + text)
            else {
                isCut = true
                break
            }
        }
        if !line.append(name + members.text + "}") { isCut = true }
    }

    private var separator: String { line.text == "{" ? "" : "," }
}
