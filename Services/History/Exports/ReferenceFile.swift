import NIOCore
import SharedDomain

/// The sheets as the European Central Bank's own eurofxref-hist.csv: `Date`, the currencies, and a comma at the end of
/// each line; the newest day first, `N/A` where a currency has no quote. Days without any quote have no line.
struct ReferenceFile: ExportText {
    /// One currency, and where its next older quotes are.
    private struct Cursor: Sendable {
        let leg: Leg
        /// How many quotes are of the day that is written and of days before.
        var left: Int

        /// The quote of a day; days are asked for from the newest on.
        mutating func figure(on day: Int32) -> Figure? {
            while left > 0, leg.days[left - 1] > day { left -= 1 }
            return left > 0 && leg.days[left - 1] == day ? leg.figures[left - 1] : nil
        }
    }

    private let currencies: [CurrencyCode]
    private var cursors: [Cursor]
    /// Those that are not written yet, ascending: they are written from the end.
    private var days: ArraySlice<Int32>
    private var hasHeader = false

    /// The lines of those days.
    init(_ sheets: ReferenceSheets, days window: ClosedRange<Day>) {
        currencies = sheets.columns.map(\.currency)
        cursors = sheets.columns.map { Cursor(leg: $0.leg, left: $0.leg.days.count) }
        days = sheets.days(in: window)
    }

    /// Writes the first line, or that of the next day.
    mutating func writeNext(to buffer: inout ByteBuffer) throws(ServiceError) -> Bool {
        guard hasHeader else {
            hasHeader = true
            buffer.writeString("Date,\(currencies.map { "\($0)," }.joined())\n")
            return true
        }
        while let day = days.popLast() {
            if write(day, to: &buffer) { return true }
        }
        return false
    }

    /// Writes the line of a day, unless it has no quote.
    private mutating func write(_ day: Int32, to buffer: inout ByteBuffer) -> Bool {
        let beginning = buffer.writerIndex
        var isQuoted = false
        buffer.writeString("\(Day(number: day)),")
        for place in cursors.indices {
            if let price = cursors[place].figure(on: day)?.unitsPerEuro {
                buffer.writeString("\(price),")
                isQuoted = true
            } else {
                buffer.writeStaticString("N/A,")
            }
        }
        guard isQuoted else {
            buffer.moveWriterIndex(to: beginning)
            return false
        }
        buffer.writeStaticString("\n")
        return true
    }
}
