import Logging
import SharedDomain

/// Lines for a person: `2026-10-30T15:00:00.000Z info     [currency] applied a sheet day=2026-10-30 quotes=41`.
struct TextLineFormatter: LineFormatter {
    let origin: LineOrigin
    let maximumBytes: Int

    /// The end is kept free for the mark.
    var longestUncut: Int { maximumBytes - BoundedText.mark.utf8.count - 1 }

    func line(for event: LogEvent, metadata: Logger.Metadata, at time: Instant) -> String {
        var line = BoundedText(limit: longestUncut)
        line.append("\(LogTime.text(of: time)) \(Self.padded(event.level)) [")
        line.append(escaping: origin.service, limit: LineOrigin.longestName, by: LineEscape.text)
        line.append("] ")
        line.append(escaping: event.message.description, limit: maximumBytes / 2, by: LineEscape.text)
        var fields = metadata.sorted { $0.key < $1.key }
        if let error = event.error { fields.insert(("error", .string("\(error)")), at: 0) }
        if let label = origin.distinctLabel { fields.append(("logger", .string(label))) }
        for (key, value) in fields {
            guard line.append(field(key, value)) else { return line.text + " " + BoundedText.mark }
        }
        return line.text
    }

    private func field(_ key: String, _ value: Logger.MetadataValue) -> String {
        var field = BoundedText(limit: maximumBytes / 4)
        field.append(" ")
        field.append(escaping: key, limit: LineOrigin.longestName) { Self.isBare($0) ? nil : "_" }
        field.append("=")
        switch value {
        case .array, .dictionary:
            field.append(JSONText.of(value, atMost: field.room) ?? BoundedText.mark)
        case .string, .stringConvertible:
            let text = value.description
            if !text.isEmpty, text.utf8.count <= field.room, text.unicodeScalars.allSatisfy(Self.isBare) {
                field.append(text)
            } else {
                field.append(JSONText.quoting(text, atMost: field.room))
            }
        }
        return field.text
    }

    /// Levels in one column.
    private static func padded(_ level: Logger.Level) -> String {
        let width = 8
        return level.rawValue + String(repeating: " ", count: max(0, width - level.rawValue.count))
    }

    /// Whether a character needs no quotes.
    private static func isBare(_ scalar: Unicode.Scalar) -> Bool {
        LineEscape.quoted(scalar) == nil && scalar != "=" && !scalar.properties.isWhitespace
    }
}
