import SharedDomain

extension SheetTable {
    /// How many days before a source's newest sheet its sheets are kept. Older days are history's to answer for.
    static let daysKept = 45

    /// Takes in sheets of one source, in the order they were recorded, and lets go of those that are too old now.
    ///
    /// What is left depends on the sheets alone, not on how they were divided into calls: the newest day only ever
    /// moves on, so a sheet that is kept in the end was never too old before.
    /// - Parameter origin: who tells the sheets.
    /// - Returns: whether the rates of any day changed.
    func keep(_ sheets: [Sheet], of source: SourceID, from origin: SheetOrigin = .publisher) throws -> Bool {
        let newestHeld = try newestDay(of: source)
        guard let newest = (sheets.map(\.day) + [newestHeld].compactMap(\.self)).max() else { return false }
        let oldest = newest.adding(days: -Self.daysKept)
        let recent = sheets.filter { $0.day >= oldest }
        guard let first = recent.map(\.day).min(), let last = recent.map(\.day).max() else { return false }

        let held = try days(of: source, from: first, through: last)
        var days = held
        for sheet in recent {
            switch origin {
            case .publisher: try days[sheet.day, default: HeldDay()].take(sheet)
            case .history: try days[sheet.day, default: HeldDay()].take(told: sheet)
            }
        }
        var isChanged = false
        for (number, day) in days.sorted(by: { $0.key < $1.key }) {
            let before = held[number] ?? HeldDay()
            guard day != before else { continue }
            try replace(before, with: day)
            isChanged = try day.close() != before.close() || isChanged
        }
        try remove(of: source, before: oldest)
        return isChanged
    }
}

/// Who tells sheets.
enum SheetOrigin: Sendable {
    /// The source's own, one for each publication, by way of the log of events.
    case publisher
    /// History, which makes one of all of a day's.
    case history
}
