import SharedDomain

/// The order of currencies where nothing else tells matches apart: that in which they are traded.
///
/// Bank for International Settlements, Triennial Central Bank Survey of foreign exchange and over-the-counter
/// derivatives markets in 2022, table D11.3: turnover by currency in April 2022, the twenty with the largest share.
enum TradedCurrencies {
    /// The most traded first.
    static let order: [CurrencyCode] =
        "USD EUR JPY GBP CNY AUD CAD CHF HKD SGD SEK KRW NOK NZD INR MXN TWD ZAR BRL DKK"
        .split(separator: " ").compactMap { CurrencyCode($0) }

    /// The place of a currency, from 0; those that are not listed share the last.
    static func place(of currency: CurrencyCode) -> Int { places[currency] ?? order.count }

    private static let places = Dictionary(
        zip(order, 0...), uniquingKeysWith: { first, _ in first })
}
