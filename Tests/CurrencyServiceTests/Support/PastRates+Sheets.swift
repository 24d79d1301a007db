import SharedDomain

@testable import CurrencyService

extension PastRates {
    /// Rates from sheets that are all there are.
    /// - Parameter sheets: of each source, the preferred one first.
    init(sheets: [[Sheet]]) {
        let sources = sheets.compactMap(\.first?.source)
        var known: [SourceID: KnownSheets] = [:]
        for (source, sheets) in zip(sources, sheets.filter { !$0.isEmpty }) {
            known[source, default: KnownSheets()].add(sheets, ofAll: Day(number: .min)...Day(number: .max))
        }
        self.init(
            preferences: RatePreferences(sources: sources), known: known, held: Set(sources), present: nil,
            isFromMemory: true)
    }
}
