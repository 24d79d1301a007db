import SharedDomain

/// Everything from one source: what each of its sheets says after all corrections, and of the days that have more than
/// one edition what each of them said.
///
/// A source may publish several sheets for one day. The day's rate is its close: the figure of the latest publication
/// that has one.
struct SourceBook: Sendable {
    /// Who publishes it.
    let source: SourceID
    /// The currency that all its sheets are against.
    let pivot: CurrencyCode
    /// The legs by currency, of the days' closes. The pivot has one too: a figure of one on every day that has a sheet.
    var legs: [CurrencyCode: Leg]
    /// What banks pay and ask on a day, by currency: of the same publications as the legs.
    var transfers: [CurrencyCode: DayColumn<TransferFigures>] = [:]
    /// One for each of `days`, from place 0 on.
    var records: ArraySlice<DayRecord> = []
    /// The days that have several editions.
    var editions: [Int32: DayEditions] = [:]
    /// The bars of the days whose observations are no longer kept one by one, by currency.
    var reducedBars: [CurrencyCode: DayColumn<Bar>] = [:]
    /// For how many days, up to the newest one held, observations are kept one by one.
    let intradayDays: Int
    /// Every row of sheets and observations that this comes from, corrections and what they corrected included, and the
    /// bars of days whose observations are no longer kept.
    var content = ContentMark()
    /// When the newest edition of all was recorded; nil of no sheets.
    var newestRecording: Instant?
    /// Rows of observations, corrections included.
    var observations = 0

    init(source: SourceID, pivot: CurrencyCode, intradayDays: Int = IntradayRetention.standardDays) {
        self.source = source
        self.pivot = pivot
        self.intradayDays = intradayDays
        legs = [pivot: Leg()]
    }

    /// The days that have a sheet, ascending, as days since 1970-01-01.
    var days: ArraySlice<Int32> { legs[pivot]?.days ?? [] }

    /// How many days have a figure of the currency.
    func count(of currency: CurrencyCode) -> Int { legs[currency]?.days.count ?? 0 }

    /// When the newest publication of a day was made public, and when the newest edition of all was recorded; nil
    /// without a sheet.
    func newestEdition(of day: Int32) -> (publishedAt: Instant, recordedAt: Instant)? {
        record(of: day).map {
            (Instant(milliseconds: $0.publishedAt), Instant(milliseconds: $0.recordedAt))
        }
    }

    /// What a day has of a currency: its close.
    func observation(of currency: CurrencyCode, on day: Int32) -> Observation? {
        legs[currency]?.figure(on: day).map { Observation(figure: $0, transfer: transfers[currency]?[day]) }
    }

    /// What is kept of a day, nil without a sheet.
    func record(of day: Int32) -> DayRecord? {
        place(of: day).map { records[$0] }
    }

    /// The place of a day that has a sheet, nil of any other.
    func place(of day: Int32) -> Int? {
        guard let place = legs[pivot]?.place(of: day), place < days.count, days[place] == day else { return nil }
        return place
    }
}
