import SharedDomain

/// A published figure that was not taken, and why.
struct Refusal: Sendable, Hashable {
    /// The rule that was not kept.
    enum Rule: String, Sendable {
        case notANumber = "not-a-number"
        case notPositive = "not-positive"
        case tooManyDigits = "too-many-digits"
        case unknownCurrency = "unknown-currency"
        case currencyDidNotExist = "currency-did-not-exist"
        case unknownArea = "unknown-area"
        case quotedTwice = "quoted-twice"
        case quoteOfPivot = "quote-of-pivot"
        case future
        case jump
        case transferPrices = "transfer-prices"
        case malformedLine = "malformed-line"
        case reservedSource = "reserved-source"
        case publicationMoment = "publication-moment"
    }

    let rule: Rule
    let day: Day
    /// The currency, or the area of a price, as published; of the operator's file, the line; of a whole sheet,
    /// `publishedAt`.
    let subject: String
    /// The figure as published.
    let value: String
    /// One sentence for a person.
    let reason: String

    /// Keeps what is repeated of the source's text short and printable.
    init(_ rule: Rule, day: Day, subject: String, value: String, reason: String) {
        self.rule = rule
        self.day = day
        self.subject = ServiceError.quoted(subject)
        self.value = ServiceError.quoted(value)
        self.reason = reason
    }
}
