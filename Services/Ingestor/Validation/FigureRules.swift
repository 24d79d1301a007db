import Foundation
import SharedContracts
import SharedDomain

/// What every published figure must be, whoever publishes it.
struct FigureRules: Sendable {
    /// The newest day that is believed: tomorrow in the business time zone, since a source east of us may be ahead.
    let newestDay: Day

    /// Why a figure is not taken.
    struct Breach: Error {
        let rule: Refusal.Rule
        let reason: String
    }

    /// The figure as a positive exact number that a quote can hold.
    func price(_ text: String) throws(Breach) -> ExactDecimal {
        guard let price = ExactDecimal(text) else {
            throw Breach(rule: .notANumber, reason: "'\(ServiceError.quoted(text))' is not a plain decimal number")
        }
        guard price.signum > 0 else { throw Breach(rule: .notPositive, reason: "\(price) is not positive") }
        let digits = String(price.coefficient).utf8.count
        guard digits <= Quote.mostDigits else {
            throw Breach(
                rule: .tooManyDigits, reason: "\(price) has \(digits) digits, at most \(Quote.mostDigits) are kept")
        }
        return price
    }

    /// A currency that existed on that day. Codes are capitals in every source; others are mistakes.
    func currency(_ text: String, on day: Day) throws(Breach) -> CurrencyCode {
        guard let code = CurrencyCode(text), code.description == text, let currency = Currency.named(code) else {
            throw Breach(rule: .unknownCurrency, reason: "'\(ServiceError.quoted(text))' is not a currency of ISO 4217")
        }
        guard currency.exists(on: day) else {
            throw Breach(
                rule: .currencyDidNotExist, reason: "\(code) did not exist on \(day)\(Self.existence(of: currency))")
        }
        return code
    }

    /// A day that is not later than tomorrow.
    func requireBelievable(_ day: Day) throws(Breach) {
        guard day <= newestDay else {
            throw Breach(rule: .future, reason: "\(day) is later than tomorrow, \(newestDay)")
        }
    }

    /// A moment of publication that can be the given day's: from `EventBody.mostDaysAhead` before it to
    /// `mostDaysAfter` after it, and not later than tomorrow, in UTC. One stray moment further off would pass for the
    /// day's last publication for ever.
    func requireBelievable(_ publishedAt: Instant, of day: Day) throws(Breach) {
        try requireBelievable(day)
        let first = day.adding(days: -EventBody.mostDaysAhead)
        let last = min(day.adding(days: Self.mostDaysAfter), newestDay)
        guard first.start(in: .gmt) <= publishedAt, publishedAt < last.adding(days: 1).start(in: .gmt) else {
            throw Breach(
                rule: .publicationMoment,
                reason: "\(publishedAt) is not when a sheet of \(day) is published: from \(first) to \(last)")
        }
    }

    /// How many days after a day a source may publish a further sheet of it.
    static let mostDaysAfter = 31

    private static func existence(of currency: Currency) -> String {
        switch (currency.introduced, currency.withdrawn) {
        case (let first?, let last?): ", only from \(first) to \(last)"
        case (let first?, nil): ", only from \(first)"
        case (nil, let last?): ", only to \(last)"
        case (nil, nil): ""
        }
    }
}
