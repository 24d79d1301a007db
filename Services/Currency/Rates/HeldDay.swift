import SharedDomain

/// What is held of one day of a source, which may publish several sheets for it.
///
/// The day's rate of a currency is its close: that of the latest publication that has one. A sheet published at the
/// moment of one that is held is a correction of it.
struct HeldDay: Sendable, Equatable {
    /// The newest edition of each publication, ascending by when they were published.
    private(set) var publications: [Sheet] = []
    /// The day as history told it: every publication's quotes in one sheet, with the moment of the last of them. Nil
    /// once the publications say the same, or more.
    private(set) var told: Sheet?

    /// Nothing yet.
    init() {}

    /// What a store has.
    /// - Parameter publications: ascending by when they were published.
    init(publications: [Sheet], told: Sheet?) {
        self.publications = publications
        self.told = told
    }

    /// The day in one sheet, with the moment of the last publication and of the newest recording; nil of nothing.
    /// - Throws: never for sheets.
    func close() throws(ServiceError) -> Sheet? {
        guard let told else { return try Self.merged(publications) }
        // What was recorded before is in what history told.
        let earlier = publications.filter { $0.publishedAt <= told.publishedAt && $0.recordedAt >= told.recordedAt }
        return try Self.merged(earlier + [told] + publications.filter { $0.publishedAt > told.publishedAt })
    }

    /// Takes in a publication, or a correction of one: nothing changes when it says what is held, or was overtaken.
    mutating func take(_ sheet: Sheet) throws(ServiceError) {
        let place = publications.firstIndex { $0.publishedAt >= sheet.publishedAt } ?? publications.count
        if place < publications.count, publications[place].publishedAt == sheet.publishedAt {
            guard sheet.corrects(publications[place]) else { return }
            publications[place] = sheet
        } else {
            publications.insert(sheet, at: place)
        }
        guard let told, try Self.replaces(publications, told) else { return }
        self.told = nil
    }

    /// Takes in the day as history tells it: nothing changes when that says what is held, or is older.
    mutating func take(told sheet: Sheet) throws(ServiceError) {
        guard try close().map(sheet.corrects) ?? true else { return }
        told = sheet
    }

    /// Whether publications tell as much as history did: its last one is among them, and they come to the same, or one
    /// was recorded as late as anything that history had. Two of one day never count as recorded at one moment there,
    /// and the log is in the order of recording.
    private static func replaces(_ publications: [Sheet], _ told: Sheet) throws(ServiceError) -> Bool {
        guard publications.contains(where: { $0.publishedAt == told.publishedAt }) else { return false }
        if publications.contains(where: { $0.recordedAt >= told.recordedAt }) { return true }
        guard let merged = try merged(publications) else { return false }
        return told.quotes == merged.quotes && told.pivot == merged.pivot || told.isWithoutTransferPrices(of: merged)
    }

    /// Each currency's quote from the last of the sheets that has one. Of sheets against another currency than the last
    /// one's nothing is taken: their quotes do not go together.
    private static func merged(_ sheets: [Sheet]) throws(ServiceError) -> Sheet? {
        guard let last = sheets.last else { return nil }
        let alike = sheets.filter { $0.pivot == last.pivot }
        guard alike.count > 1 else { return last }
        var quotes: [CurrencyCode: Quote] = [:]
        var recordedAt = last.recordedAt
        for sheet in alike {
            recordedAt = max(recordedAt, sheet.recordedAt)
            for quote in sheet.quotes { quotes[quote.currency] = quote }
        }
        return try Sheet(
            source: last.source, pivot: last.pivot, day: last.day, publishedAt: last.publishedAt,
            recordedAt: recordedAt, quotes: Array(quotes.values))
    }
}
