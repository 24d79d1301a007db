import GRDB
import SharedDomain

/// The rows of sheets, their observations and transfer prices, in one transaction.
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
    /// What adds the transfer prices of one.
    static let insertTransfer = """
        INSERT INTO transfer (
            source, currency, day, recorded_at, buying_coefficient, buying_exponent, selling_coefficient,
            selling_exponent)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """

    let db: Database

    /// Adds an edition.
    func insert(_ edition: SheetEdition) throws {
        let (source, day) = (edition.source.description, Int64(edition.day.number))
        let recordedAt = edition.recordedAt.milliseconds
        try db.cachedStatement(sql: Self.insertSheet).execute(arguments: [
            source, day, recordedAt, edition.publishedAt.milliseconds, edition.pivot.description,
        ])
        let insert = try db.cachedStatement(sql: Self.insertObservation)
        for change in edition.changes {
            let (currency, figure) = (change.currency.description, change.observation?.figure)
            try insert.execute(arguments: [
                source, currency, day, recordedAt, figure?.coefficient, figure?.exponent, figure?.unit,
                figure?.direction.stored,
            ])
            guard let transfer = change.observation?.transfer else { continue }
            try db.cachedStatement(sql: Self.insertTransfer).execute(arguments: [
                source, currency, day, recordedAt, transfer.buying.coefficient, transfer.buying.exponent,
                transfer.selling.coefficient, transfer.selling.exponent,
            ])
        }
    }
}

extension QuoteDirection {
    /// How a row says it.
    var stored: Int8 {
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
