import GRDB
import SharedDomain

/// The rows of sheets and their observations, in one transaction.
struct ObservationTable {
    /// What adds an edition of a sheet.
    static let insertSheet = """
        INSERT INTO sheet (source, day, recorded_at, published_at, pivot) VALUES (?, ?, ?, ?, ?)
        """
    /// What adds one observation.
    static let insertObservation = """
        INSERT INTO observation (source, currency, day, recorded_at, coefficient, exponent, unit, direction)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    /// What reads the editions of every sheet of a source, by day, the oldest edition first.
    static let editions = """
        SELECT day, recorded_at, published_at FROM sheet WHERE source = ? ORDER BY day, recorded_at
        """
    /// What finds the first source after a name, with its pivot.
    static let nextSource = "SELECT source, pivot FROM sheet WHERE source > ? ORDER BY source LIMIT 1"
    /// What finds the first currency of a source after a code.
    static let nextCurrency = """
        SELECT currency FROM observation WHERE source = ? AND currency > ? ORDER BY currency LIMIT 1
        """
    /// What reads every observation of a currency from a source, by day, the first recorded first.
    static let observations = """
        SELECT day, coefficient, exponent, unit, direction, recorded_at FROM observation
        WHERE source = ? AND currency = ? ORDER BY day, recorded_at
        """

    let db: Database

    /// Adds an edition.
    func insert(_ edition: SheetEdition) throws {
        let (source, day) = (edition.source.description, Int64(edition.day.number))
        try db.cachedStatement(sql: Self.insertSheet).execute(arguments: [
            source, day, edition.recordedAt.milliseconds, edition.publishedAt.milliseconds, edition.pivot.description,
        ])
        let insert = try db.cachedStatement(sql: Self.insertObservation)
        for change in edition.changes {
            try insert.execute(arguments: [
                source, change.currency.description, day, edition.recordedAt.milliseconds, change.figure?.coefficient,
                change.figure?.exponent, change.figure?.unit, change.figure?.direction.stored,
            ])
        }
    }
}

extension QuoteDirection {
    /// How a row says it.
    fileprivate var stored: Int8 {
        switch self {
        case .perPivot: 1
        case .inPivot: 2
        }
    }

    /// What a row says; nil for what no row can hold.
    init?(stored: Int8) {
        switch stored {
        case 1: self = .perPivot
        case 2: self = .inPivot
        default: return nil
        }
    }
}
