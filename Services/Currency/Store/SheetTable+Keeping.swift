import SharedDomain

extension SheetTable {
    /// How many days before a source's newest sheet its sheets are kept. Older days are history's to answer for.
    static let daysKept = 45

    /// Takes in sheets of one source, in the order they were recorded, and lets go of those that are too old now.
    ///
    /// What is left depends on the sheets alone, not on how they were divided into calls: the newest day only ever
    /// moves on, so a sheet that is kept in the end was never too old before.
    /// - Returns: whether anything changed.
    func keep(_ sheets: [Sheet], of source: SourceID) throws -> Bool {
        let newestHeld = try newestDay(of: source)
        guard let newest = (sheets.map(\.day) + [newestHeld].compactMap(\.self)).max() else { return false }
        let oldest = newest.adding(days: -Self.daysKept)
        let recent = sheets.filter { $0.day >= oldest }
        guard let first = recent.map(\.day).min(), let last = recent.map(\.day).max() else { return false }

        let held = try self.sheets(of: source, from: first, through: last)
        var byDay = Dictionary(held.map { ($0.day, $0) }, uniquingKeysWith: { $1 })
        var changed: Set<Day> = []
        for sheet in recent where byDay[sheet.day].map(sheet.corrects) ?? true {
            byDay[sheet.day] = sheet
            changed.insert(sheet.day)
        }
        for day in changed.sorted() {
            if let sheet = byDay[day] { try replace(with: sheet) }
        }
        try remove(of: source, before: oldest)
        return !changed.isEmpty
    }
}
