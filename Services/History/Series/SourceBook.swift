import SharedDomain

/// Everything current from one source: what each of its sheets says after all corrections.
struct SourceBook: Sendable {
    /// Who publishes it.
    let source: SourceID
    /// The currency that all its sheets are against.
    let pivot: CurrencyCode
    /// The legs by currency. The pivot has one too: a figure of one on every day that has a sheet.
    private(set) var legs: [CurrencyCode: Leg]
    /// When the newest edition of each sheet was recorded, in milliseconds since 1970-01-01T00:00:00Z.
    private var recordedAt: [Int64] = []
    /// When the source had made that edition public, likewise.
    private var publishedAt: [Int64] = []
    /// Every row of sheets and observations that this comes from, corrections and what they corrected included.
    private(set) var content = ContentMark()
    /// When the newest edition of all was recorded; nil of no sheets.
    private(set) var newestRecording: Instant?
    private let editions: RowMarker

    init(source: SourceID, pivot: CurrencyCode) {
        self.source = source
        self.pivot = pivot
        legs = [pivot: Leg()]
        editions = RowMarker(sheetsOf: source, pivot: pivot)
    }

    /// The days that have a sheet, ascending, as days since 1970-01-01.
    var days: [Int32] { legs[pivot]?.days ?? [] }

    /// How many days have a figure of the currency.
    func count(of currency: CurrencyCode) -> Int { legs[currency]?.days.count ?? 0 }

    /// When the newest edition of the sheet of a day was published, and when it was recorded; nil without a sheet.
    func newestEdition(of day: Int32) -> (publishedAt: Instant, recordedAt: Instant)? {
        guard let place = legs[pivot]?.place(of: day), place < days.count, days[place] == day else { return nil }
        return (Instant(milliseconds: publishedAt[place]), Instant(milliseconds: recordedAt[place]))
    }

    /// What a sheet brings that is not held, nil when it brings nothing: a sheet that says what is held already, or one
    /// recorded before the newest edition held, which has overtaken it.
    ///
    /// A correction of the same millisecond as what it corrects counts as recorded a millisecond later: the two stay
    /// apart, and the later in the log is the newer.
    func edition(of sheet: Sheet) -> SheetEdition? {
        let day = sheet.day.number
        let place = legs[pivot].map { $0.place(of: day) } ?? 0
        let isHeld = place < days.count && days[place] == day
        guard isHeld else { return SheetEdition(sheet, recordedAt: sheet.recordedAt, changes: sheet.figures) }
        let newest = Instant(milliseconds: recordedAt[place])
        guard sheet.recordedAt >= newest else { return nil }
        let changes = changes(to: sheet.figures, on: day)
        guard !changes.isEmpty else { return nil }
        let instant = max(sheet.recordedAt, newest.advanced(by: .milliseconds(1)))
        return SheetEdition(sheet, recordedAt: instant, changes: changes)
    }

    /// Takes in an edition that `edition(of:)` gave.
    mutating func apply(_ edition: SheetEdition) {
        note(
            day: edition.day.number, recordedAt: edition.recordedAt.milliseconds,
            publishedAt: edition.publishedAt.milliseconds)
        for change in edition.changes {
            legs[change.currency, default: Leg()].set(change.figure, on: edition.day.number)
            let marker = RowMarker(observationsOf: change.currency, from: source)
            content.add(
                marker.mark(
                    day: edition.day.number, recordedAt: edition.recordedAt.milliseconds, figure: change.figure))
        }
    }

    /// Notes an edition of the sheet of a day, each one once.
    mutating func note(day: Int32, recordedAt instant: Int64, publishedAt published: Int64) {
        content.add(editions.mark(day: day, recordedAt: instant))
        newestRecording = max(newestRecording ?? Instant(milliseconds: instant), Instant(milliseconds: instant))
        let place = legs[pivot, default: Leg()].place(of: day)
        if place < days.count, days[place] == day {
            guard instant >= recordedAt[place] else { return }
            recordedAt[place] = instant
            publishedAt[place] = published
        } else {
            recordedAt.insert(instant, at: place)
            publishedAt.insert(published, at: place)
            legs[pivot, default: Leg()].set(.one, on: day)
        }
    }

    /// Puts the whole leg of a currency in place, as read from the store, with the mark of the rows it was read from.
    mutating func put(_ leg: Leg, for currency: CurrencyCode, content rows: ContentMark) {
        legs[currency] = leg
        content.add(rows)
    }

    /// What turns the figures held for a day into `figures`, by currency; nil is a withdrawal.
    private func changes(to figures: [SheetEdition.Change], on day: Int32) -> [SheetEdition.Change] {
        let quoted = Set(figures.map(\.currency))
        let withdrawn = legs.filter { currency, leg in
            currency != pivot && !quoted.contains(currency) && leg.figure(on: day) != nil
        }
        let differing = figures.filter { $0.figure != legs[$0.currency]?.figure(on: day) }
        let all = differing + withdrawn.keys.map { SheetEdition.Change(currency: $0, figure: nil) }
        return all.sorted { $0.currency < $1.currency }
    }
}

extension Sheet {
    fileprivate var figures: [SheetEdition.Change] {
        quotes.map { SheetEdition.Change(currency: $0.currency, figure: Figure($0)) }
    }
}
