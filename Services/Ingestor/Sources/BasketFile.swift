import SharedDomain

/// The operator's own baskets as CSV: the header `date,country,item,local_price,currency,source`, then one price a
/// line, in any order.
///
///     date,country,item,local_price,currency,source
///     2026-10-01,KR,starbucks-latte,5000,KRW,example-survey
///     2026-10-01,EUZ,starbucks-latte,4.15,EUR,example-survey
///
/// The lines of one item, day and source are an edition. A line that is no part of any edition is refused by itself;
/// what is not such a table is refused as a whole.
struct BasketFile {
    static let header = ["date", "country", "item", "local_price", "currency", "source"]

    /// The day a refused line is filed under that names none.
    let today: Day
    private var editions: [Key: PublishedEdition] = [:]
    private var refusals: [Refusal] = []

    private struct Key: Hashable {
        let item: String
        let day: Day
        let collector: SourceID
    }

    /// The editions of the file and the lines that are of none.
    static func publications(in bytes: [UInt8], today: Day) throws(UnreadablePayload) -> [Publication] {
        var file = BasketFile(today: today)
        try file.read(bytes)
        return file.editions.values.map { .edition($0) } + file.refusals.map { .unusable($0) }
    }

    private init(today: Day) {
        self.today = today
    }

    private mutating func read(_ bytes: [UInt8]) throws(UnreadablePayload) {
        var reader = CSVReader(bytes)
        guard let header = try reader.next(), header.fields == Self.header else {
            throw UnreadablePayload(line: 1, "the header is not \(Self.header.joined(separator: ","))")
        }
        while let record = try reader.next() {
            // An empty line, such as editors leave at the end.
            guard record.fields != [""] else { continue }
            add(record)
        }
    }

    private mutating func add(_ record: CSVReader.Record) {
        let fields = record.fields
        guard fields.count == Self.header.count else {
            return refuse(
                record, .malformedLine, value: fields.joined(separator: ","),
                "\(fields.count) fields where the header has \(Self.header.count)")
        }
        guard let day = Day(fields[0]) else {
            return refuse(
                record, .malformedLine, value: fields[0],
                "'\(ServiceError.quoted(fields[0]))' is not a day as in 2026-10-01")
        }
        // An item has the form of a source's name.
        guard SourceID(fields[2]) != nil else {
            return refuse(record, .malformedLine, on: day, value: fields[2], notAName("item", fields[2]))
        }
        guard let collector = SourceID(fields[5]) else {
            return refuse(record, .malformedLine, on: day, value: fields[5], notAName("source", fields[5]))
        }
        guard KnownSource.named(collector) == nil else {
            return refuse(
                record, .reservedSource, on: day, value: fields[5],
                "'\(collector)' is collected by itself: name who collected this price")
        }
        let price = PublishedPrice(
            area: fields[1], currency: fields[4], localPrice: fields[3],
            place: "line \(record.line) (\(fields[2]) \(fields[1]))")
        let key = Key(item: fields[2], day: day, collector: collector)
        editions[key, default: PublishedEdition(item: key.item, day: day, collector: collector, prices: [])]
            .prices.append(price)
    }

    private mutating func refuse(
        _ record: CSVReader.Record, _ rule: Refusal.Rule, on day: Day? = nil, value: String, _ reason: String
    ) {
        refusals.append(
            Refusal(rule, day: day ?? today, subject: "line \(record.line)", value: value, reason: reason))
    }

    private func notAName(_ column: String, _ text: String) -> String {
        "the \(column) '\(ServiceError.quoted(text))' is not 1 to 32 of a-z, 0-9 and -"
    }
}
