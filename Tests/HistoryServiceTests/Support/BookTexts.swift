import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting

@testable import HistoryService

extension RateBook {
    /// Every figure of every day as `source currency day digits`, ordered.
    var figureTexts: [String] {
        sources.values.flatMap { book in
            book.legs.filter { $0.key != book.pivot }.flatMap { currency, leg in
                zip(leg.days, leg.figures).map { "\(book.source) \(currency) \($0) \($1.coefficient)e\($1.exponent)" }
            }
        }.sorted()
    }
}

extension Store {
    /// The same as the tables say it of an instant, by SQL alone: of the rows recorded by then the newest of each
    /// publication, and of those that have a price the one that was published last.
    func figureTexts(asOf instant: Instant) async throws -> [String] {
        try await read { db in
            try String.fetchAll(
                db,
                sql: """
                    WITH known AS (
                        SELECT source, currency, day, coefficient, exponent, published_at,
                            row_number() OVER (
                                PARTITION BY source, currency, day, published_at ORDER BY recorded_at DESC) AS age
                        FROM observation JOIN sheet USING (source, day, recorded_at) WHERE recorded_at <= ?),
                    priced AS (
                        SELECT *, row_number() OVER (
                            PARTITION BY source, currency, day ORDER BY published_at DESC) AS place
                        FROM known WHERE age = 1 AND coefficient IS NOT NULL)
                    SELECT source || ' ' || currency || ' ' || day || ' ' || coefficient || 'e' || exponent
                    FROM priced WHERE place = 1
                    """, arguments: [instant.milliseconds]
            ).sorted()
        }
    }
}
