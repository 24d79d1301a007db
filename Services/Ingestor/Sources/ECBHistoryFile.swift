import SharedDomain

/// The ECB's history as CSV: `Date,USD,JPY,…,ZAR,` with a comma after the last column, newest first, `N/A` where a
/// currency was not quoted.
enum ECBHistoryFile {
    private static let absent = ["N/A", ""]

    /// The sheets of the file, in its order.
    static func sheets(in bytes: [UInt8]) throws(UnreadablePayload) -> [PublishedSheet] {
        var reader = CSVReader(bytes)
        guard let header = try reader.next(), header.fields.first == "Date", header.fields.count > 1 else {
            throw UnreadablePayload(line: 1, "the header does not begin with Date and a currency")
        }
        var sheets: [PublishedSheet] = []
        var days: Set<Day> = []
        while let record = try reader.next() {
            let fields = record.fields
            guard fields.count == header.fields.count else {
                throw UnreadablePayload(
                    line: record.line, "\(fields.count) fields where the header has \(header.fields.count)")
            }
            guard let day = Day(fields[0]), days.insert(day).inserted else {
                throw UnreadablePayload(
                    line: record.line, "'\(ServiceError.quoted(fields[0]))' is not a day, or is there twice")
            }
            var quotes: [PublishedQuote] = []
            quotes.reserveCapacity(fields.count)
            for column in 1..<fields.count where !absent.contains(fields[column]) {
                quotes.append(
                    PublishedQuote(currency: header.fields[column], price: fields[column], direction: .perPivot))
            }
            sheets.append(PublishedSheet(day: day, pivot: .eur, quotes: quotes))
        }
        return sheets
    }
}
