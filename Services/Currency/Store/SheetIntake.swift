import GRDB
import SharedDomain

/// Takes sheets into the store, in one transaction, whichever way they came.
struct SheetIntake {
    let db: Database

    /// Keeps what is new and recent enough, and notes of which days there are quotes.
    /// - Parameters:
    ///   - sheets: of any sources, each source's in the order they were recorded.
    ///   - origin: who tells them.
    func take(_ sheets: [Sheet], from origin: SheetOrigin = .publisher) throws -> StoreChanges {
        var changes: StoreChanges = []
        var coverage = SourceCoverage()
        for sheet in sheets { coverage.add(sheet) }
        for (source, sheets) in Dictionary(grouping: sheets, by: \.source).sorted(by: { $0.key < $1.key }) {
            if try SheetTable(db: db).keep(sheets, of: source, from: origin) { changes.insert(.rates) }
        }
        return changes.union(try take(coverage))
    }

    /// Notes of which days there are quotes.
    func take(_ coverage: SourceCoverage) throws -> StoreChanges {
        try CoverageTable(db: db).widen(by: coverage) ? .coverage : []
    }
}
