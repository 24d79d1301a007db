import GRDB
import SharedDatabase
import SharedDomain

extension RankingStore {
    /// Puts these rates in the place of those stored before.
    func keep(_ table: RateTable) async throws {
        try await store.write { db in
            try db.cachedStatement(sql: Self.deleteRates).execute()
            let insert = try db.cachedStatement(sql: Self.insertRate)
            for (currency, rate) in table.rates {
                try insert.execute(arguments: [
                    currency.description, rate.rate.description, rate.observedOn.number, rate.publishedAt.milliseconds,
                    rate.source, rate.isStale,
                ])
            }
        }
    }

    /// The rates that were stored last; nil when there are none.
    ///
    /// - Throws: `UnreadableRow` for a row that is none of ours.
    func keptRates() async throws -> RateTable? {
        try await store.read { db in
            let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.allRates))
            var rates: [CurrencyCode: DestinationRate] = [:]
            while let row = try rows.next() {
                let code: String = row["currency"]
                guard let currency = CurrencyCode(code), let rate = DestinationRate(row) else {
                    throw UnreadableRow(table: "last_rates", key: code)
                }
                rates[currency] = rate
            }
            return rates.isEmpty ? nil : RateTable(rates)
        }
    }

    private static let deleteRates = "DELETE FROM last_rates"

    private static let insertRate = """
        INSERT INTO last_rates (currency, rate, observed_on, published_at, source, stale) VALUES (?, ?, ?, ?, ?, ?)
        """

    private static let allRates = "SELECT currency, rate, observed_on, published_at, source, stale FROM last_rates"
}

extension DestinationRate {
    fileprivate init?(_ row: Row) {
        guard let rate = ExactDecimal(row["rate"] as String), rate > .zero else { return nil }
        self.init(
            rate: rate, observedOn: Day(number: row["observed_on"]),
            publishedAt: Instant(milliseconds: row["published_at"]), source: row["source"], isStale: row["stale"])
    }
}
