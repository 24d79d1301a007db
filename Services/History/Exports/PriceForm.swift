import SharedDomain

/// A program for keeping accounts that prices are written for, in text.
enum PriceForm: Sendable, CaseIterable {
    /// hledger and Ledger: `P 2026-10-30 USD 1335.266738 KRW`. Both take a day without a time of day, a symbol of letters
    /// without quotes, and the amount before its symbol (hledger's manual, "P directive"; Ledger's, "Commodity prices").
    case ledger
    /// Beancount: `2026-10-30 price USD 1335.266738 KRW` (its language syntax, "Prices"). A currency there is 2 to 24
    /// characters that begin with a capital.
    case beancount

    /// The name of the file.
    var fileName: String {
        switch self {
        case .ledger: "prices.ledger"
        case .beancount: "prices.beancount"
        }
    }

    /// The price of one unit of `currency` in `base` on a day.
    func line(_ day: Day, _ currency: CurrencyCode, _ price: ExactDecimal, in base: CurrencyCode) -> String {
        switch self {
        case .ledger: "P \(day) \(currency) \(price) \(base)\n"
        case .beancount: "\(day) price \(currency) \(price) \(base)\n"
        }
    }

    /// What no program reads: the same in all three.
    func comment(_ text: String) -> String { "; \(text)\n" }
}
