import NIOCore
import SharedDomain
import SharedHTTP

/// A point on a line of its own, with the pair it is of.
struct HistoryLine: Sendable {
    let base: CurrencyCode
    let target: CurrencyCode
    let point: ShownPoint

    /// The names of the columns as the first line of a CSV.
    static func header(of interval: SeriesInterval) -> String {
        var names = "date,base,target,rate,change,change_percent,volume"
        switch interval {
        case .daily: break
        case .hourly: names += ",open,high,low,close"
        case .weekly, .monthly: names += ",open,high,low,close,partial"
        }
        return names + ",filled,break" + lineEnd
    }

    /// Writes the line with its end.
    func write(into buffer: inout ByteBuffer, as format: HistoryFormat, _ numbers: NumberStyle) {
        if format == .csv {
            // Neither codes nor numbers have anything that would need quotation marks.
            buffer.writeString(fields.joined(separator: ",") + Self.lineEnd)
        } else {
            var line = JSONWriter.encode(self, numbers: numbers)
            buffer.writeBuffer(&line)
            buffer.writeString("\n")
        }
    }

    /// CRLF: RFC 4180, section 2.
    private static let lineEnd = "\r\n"

    private var fields: [String] {
        var fields =
            [point.date, "\(base)", "\(target)", "\(point.rate)"]
            + [point.change, point.changePercent].map { $0?.description ?? "" } + ["\(point.volume)"]
        if let range = point.range { fields += [range.open, range.high, range.low, range.close].map(\.description) }
        if let isPartial = point.isPartial { fields.append("\(isPartial)") }
        return fields + [point.isFilled ? "true" : "", point.atBreak?.rawValue ?? ""]
    }
}

extension HistoryLine: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { line in
            line.member("date", point.date)
            line.member("base", base)
            line.member("target", target)
            point.writeFigures(into: &line)
            if let atBreak = point.atBreak { line.member("break", atBreak) }
        }
    }
}
