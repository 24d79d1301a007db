import SharedDomain

/// A currency that took the place of another at a fixed rate.
struct CurrencySuccession: Sendable {
    let older: CurrencyCode
    let newer: CurrencyCode
    /// The first day of the newer one.
    let first: Day
    /// How many of the older one a single unit of the newer one took the place of, exactly.
    let factor: ExactDecimal

    /// Whether the newer one is the euro, which the country joined; otherwise zeros were struck off.
    var isEuro: Bool { newer == .eur }

    /// Every one that is known, by its first day.
    static let all: [CurrencySuccession] = lines.split(separator: "\n").compactMap(CurrencySuccession.init(line:))

    /// `older|newer|first day|factor`.
    ///
    /// Into the euro: the conversion rates of Council Regulation (EC) No 2866/98 as amended for each country, which the
    /// ECB lists as "Fixed euro conversion rates". Redenominations since 1999: the amendments of ISO 4217 by its
    /// maintenance agency, the days as in the table of currencies (CLDR); for Turkey Law No 5083 of 28 January 2004, for
    /// Romania Law No 348 of 14 July 2004.
    static let lines = """
        BGL|BGN|1999-07-05|1000
        AFA|AFN|2002-10-07|1000
        SRG|SRD|2004-01-01|1000
        MGF|MGA|2005-01-01|5
        TRL|TRY|2005-01-01|1000000
        ROL|RON|2005-07-01|10000
        AZM|AZN|2006-01-01|5000
        MZM|MZN|2006-07-01|1000
        SIT|EUR|2007-01-01|239.640
        SDD|SDG|2007-01-10|100
        GHC|GHS|2007-07-03|10000
        CYP|EUR|2008-01-01|0.585274
        MTL|EUR|2008-01-01|0.429300
        VEB|VEF|2008-01-01|1000
        SKK|EUR|2009-01-01|30.1260
        TMM|TMT|2009-01-01|5000
        EEK|EUR|2011-01-01|15.6466
        ZMK|ZMW|2013-01-01|1000
        LVL|EUR|2014-01-01|0.702804
        LTL|EUR|2015-01-01|3.45280
        BYR|BYN|2016-07-01|10000
        MRO|MRU|2018-01-01|10
        STD|STN|2018-01-01|1000
        VEF|VES|2018-08-20|100000
        SLL|SLE|2022-07-01|1000
        HRK|EUR|2023-01-01|7.53450
        BGN|EUR|2026-01-01|1.95583
        """

    private init?(line: Substring) {
        let fields = line.split(separator: "|")
        guard fields.count == 4, let older = CurrencyCode(fields[0]), let newer = CurrencyCode(fields[1]),
            let first = Day(fields[2]), let factor = ExactDecimal(fields[3])
        else { return nil }
        self.older = older
        self.newer = newer
        self.first = first
        self.factor = factor
    }

    /// What began as that currency when its first observation is of that day; nil where it only came to be quoted then.
    static func into(_ newer: CurrencyCode, observedFrom day: Int32) -> CurrencySuccession? {
        all.first { $0.newer == newer && !$0.isEuro && $0.isNear(day) }
    }

    /// What took the place of that currency when its last observation is of that day; nil where it only ceased to be
    /// quoted then.
    static func of(_ older: CurrencyCode, observedUntil day: Int32) -> CurrencySuccession? {
        all.first { $0.older == older && $0.isNear(day) }
    }

    private func isNear(_ day: Int32) -> Bool {
        abs(first.distance(to: Day(number: day))) <= Int(SeriesBreak.longestSilence)
    }
}
