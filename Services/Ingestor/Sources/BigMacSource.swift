import SharedDomain

/// The Economist's Big Mac index, of which the local prices are taken: the rest follows from them and today's rates.
/// In this version only the file that comes with the release.
struct BigMacSource: Source {
    /// The item that its editions price.
    static let item = "bigmac"
    /// The columns that are read; the others are the Economist's own calculations.
    private static let columns = ["date", "iso_a3", "currency_code", "local_price"]

    let id: SourceID
    var shippedFile: ShippedFile? = .seed("big-mac-full-index.csv", of: "editions")

    var calendar: PublicationCalendar? { nil }
    var isLive: Bool { false }

    func fetch(beyond held: SourceHoldings, at now: Instant) async throws -> Fetched { Fetched() }

    func parse(_ payload: Payload) throws(UnreadablePayload) -> [Publication] {
        var reader = CSVReader(payload.body)
        let header = try reader.next()?.fields ?? []
        let places = Self.columns.compactMap { header.firstIndex(of: $0) }
        guard places.count == Self.columns.count else {
            throw UnreadablePayload(line: 1, "the header lacks one of \(Self.columns.joined(separator: ", "))")
        }
        var editions: [Day: PublishedEdition] = [:]
        while let record = try reader.next() {
            guard record.fields.count == header.count else {
                throw UnreadablePayload(
                    line: record.line, "\(record.fields.count) fields where the header has \(header.count)")
            }
            let fields = places.map { record.fields[$0] }
            guard let day = Day(fields[0]) else {
                throw UnreadablePayload(line: record.line, "'\(ServiceError.quoted(fields[0]))' is not a day")
            }
            let price = PublishedPrice(area: fields[1], currency: fields[2], localPrice: fields[3])
            editions[day, default: PublishedEdition(item: Self.item, day: day, prices: [])].prices.append(price)
        }
        return editions.values.map { .edition($0) }
    }
}
