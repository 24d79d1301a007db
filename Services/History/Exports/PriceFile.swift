import NIOCore
import SharedDomain

/// Prices as directives of a program for keeping accounts: comments that name the sources, then one line for each
/// currency and day, the oldest day first, and within a day by the code.
struct PriceFile: ExportText {
    private let form: PriceForm
    private let base: CurrencyCode
    private let digits: Int
    private let heading: [String]
    private var pairs: [PricePair]
    private var hasHeading = false

    /// - Parameters:
    ///   - digits: significant digits of every price.
    ///   - moment: as of when the prices are, for the heading; nil of the newest.
    init(_ selection: PriceSelection, _ form: PriceForm, significantDigits digits: Int, asOf moment: Instant?) {
        self.form = form
        self.digits = digits
        base = selection.base
        pairs = selection.pairs
        heading =
            [
                "The price of one unit of each currency in \(selection.base), \(selection.days.lowerBound) to "
                    + "\(selection.days.upperBound), to \(digits) significant digits."
            ] + (moment.map { ["As known at \($0)."] } ?? [])
            + selection.sources.map { "Source: \(SourceCredit.line(of: $0))." }
            + ["Prices between two currencies are computed from what a source quotes for both on the same day."]
    }

    /// Writes the heading, or the lines of the next day.
    mutating func writeNext(to buffer: inout ByteBuffer) throws(ServiceError) -> Bool {
        guard hasHeading else {
            hasHeading = true
            buffer.writeString(heading.map(form.comment).joined() + "\n")
            return true
        }
        guard let day = pairs.compactMap(\.day).min() else { return false }
        for place in pairs.indices where pairs[place].day == day {
            guard let cross = pairs[place].cross else { continue }
            let price = try cross.rate(significantDigits: digits)
            buffer.writeString(form.line(Day(number: day), pairs[place].currency, price, in: base))
            pairs[place].advance()
        }
        return true
    }
}
