import SharedDomain

/// The order in which the European Central Bank lists currencies, in its files and in its sheets.
enum ReferenceColumns {
    /// Every currency that it has quoted, in its order. That order follows no rule that could be computed: the dollar and
    /// the yen, Europe by the code, then the rest of the world. The bank keeps the columns of currencies that have ended.
    static let published: [CurrencyCode] = codes.split(separator: ",").compactMap { CurrencyCode($0) }

    /// As in the first line of eurofxref-hist.csv of 2026-10-30.
    private static let codes = """
        USD,JPY,BGN,CYP,CZK,DKK,EEK,GBP,HUF,LTL,LVL,MTL,PLN,ROL,RON,SEK,SIT,SKK,CHF,ISK,NOK,HRK,RUB,TRL,TRY,\
        AUD,BRL,CAD,CNY,HKD,IDR,ILS,INR,KRW,MXN,MYR,NZD,PHP,SGD,THB,ZAR
        """

    /// The published columns, and behind them, by their codes, whatever else there is: columns that are known keep their
    /// places when the bank takes up a currency that is not listed here yet.
    static func all(besides others: some Sequence<CurrencyCode>) -> [CurrencyCode] {
        published + Set(others).subtracting(published).sorted()
    }
}
