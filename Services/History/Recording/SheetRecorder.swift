package import GRDB
import SharedContracts
import SharedDomain
package import SharedMessaging

/// Takes sheets in: writes what each adds to what is held, and shows readers the new state once it is committed.
///
/// What a sheet adds is decided from memory, which between transactions says exactly what the store says: there is one
/// writer, and memory follows each of its commits before the next transaction begins.
package struct SheetRecorder: EventApplier {
    /// Sheets of rates, nothing else.
    package let topics: [Topic] = [.sheets]

    private let memory: SeriesMemory

    init(memory: SeriesMemory) {
        self.memory = memory
    }

    /// Applies events in the transaction of `db`; see `EventApplier`.
    package func apply(_ events: [ReceivedEvent], in db: Database) throws -> [EventRefusal] {
        let (table, bars) = (ObservationTable(db: db), BarTable(db: db))
        var book = memory.current
        var refusals: [EventRefusal] = []
        for event in events {
            let edition: SheetEdition?
            do {
                edition = try book.take(event.admittedSheet)
            } catch let refusal as SheetRefusal {
                refusals.append(EventRefusal(sequence: event.sequence, reason: refusal.description))
                continue
            }
            guard let edition else { continue }
            try table.insert(edition)
            if let source = book.sources[edition.source] { try bars.follow(edition, in: source) }
        }
        memory.publish(book, afterCommitOf: db)
        return refusals
    }
}

extension ReceivedEvent {
    /// The sheet it brings, if that can be taken in at all.
    fileprivate var admittedSheet: Sheet {
        get throws(SheetRefusal) {
            guard case .sheet(let sheet) = body else { throw SheetRefusal(description: "it is not a sheet of rates") }
            if let reason = body.refusal(recordedAt: recordedAt) {
                throw SheetRefusal(description: "the sheet of \(sheet.source) of \(sheet.day): \(reason)")
            }
            return sheet
        }
    }
}
