import GRDB
import SharedContracts
import SharedDomain
import SharedMessaging

/// Takes sheets and price editions into the store, and shows readers the new state once it is committed.
struct CurrencyEventApplier: EventApplier {
    /// Both topics there are.
    let topics: [Topic] = [.sheets, .prices]

    private let holdings: CurrencyHoldings

    /// - Parameter holdings: what readers see; replaced after each commit that changed something.
    init(holdings: CurrencyHoldings) {
        self.holdings = holdings
    }

    /// Applies events in the transaction of `db`; see `EventApplier`.
    func apply(_ events: [ReceivedEvent], in db: Database) throws -> [EventRefusal] {
        var refusals: [EventRefusal] = []
        var sheets: [Sheet] = []
        var changes: StoreChanges = []
        for event in events {
            if let reason = event.body.refusal(recordedAt: event.recordedAt) {
                refusals.append(EventRefusal(sequence: event.sequence, reason: reason))
                continue
            }
            switch event.body {
            case .sheet(let sheet):
                sheets.append(sheet)
            case .priceEdition(let edition):
                if try PriceTable(db: db).keep(edition, recordedAt: event.recordedAt) { changes.insert(.prices) }
            }
        }
        changes.formUnion(try SheetIntake(db: db).take(sheets))
        try holdings.follow(changes, in: db)
        return refusals
    }
}
