package import SharedDomain

extension CommonV1Sheet {
    package init(_ sheet: Sheet) {
        self.init()
        source = sheet.source.description
        pivot = sheet.pivot.description
        day = sheet.day.number
        publishedAt = sheet.publishedAt.milliseconds
        recordedAt = sheet.recordedAt.milliseconds
        quotes = sheet.quotes.map(CommonV1Quote.init)
    }
}

extension Sheet {
    /// - Throws: `ServiceError` naming what is not a sheet.
    package init(_ message: CommonV1Sheet) throws {
        try self.init(
            source: SourceID(message: message.source),
            pivot: CurrencyCode(message: message.pivot),
            day: Day(message: message.day),
            publishedAt: Instant(milliseconds: message.publishedAt),
            recordedAt: Instant(milliseconds: message.recordedAt),
            quotes: message.quotes.map(Quote.init))
    }
}

extension SourceID {
    /// From a message.
    package init(message text: String) throws {
        guard let source = SourceID(text) else {
            throw ServiceError.invalidParameter(
                "source", provided: text, expected: "1 to 32 of lower-case letters, digits and hyphens")
        }
        self = source
    }
}

extension Day {
    /// From a message.
    package init(message number: Int32) throws {
        let day = Day(number: number)
        guard Day.years.contains(day.components.year) else {
            throw ServiceError(.invalidDate, "the day \(number) is outside the years \(Day.years)")
        }
        self = day
    }
}
