import Foundation
package import SharedDomain

extension EventBody {
    /// How many days after it was recorded (in UTC) something may be dated: a day for the zones east of Greenwich, a
    /// day for rates that are published the evening before. One stray date further off would pass for the newest for
    /// ever.
    package static let mostDaysAhead = 2

    /// The prices there are: none of any money is outside, and within, every cross has a rate we can write.
    package static let prices = ExactDecimal.powerOfTen(-12)...ExactDecimal.powerOfTen(15)

    /// Why no subscriber can ever take this in; nil when they can.
    /// - Parameter recordedAt: when the event was, for what does not carry an instant of its own.
    package func refusal(recordedAt: Instant) -> String? {
        switch self {
        case .sheet(let sheet):
            Self.refusal(of: sheet.day, recordedAt: sheet.recordedAt)
                ?? Self.refusal(of: sheet.quotes.map { ("\($0.currency)", $0.price) })
        case .priceEdition(let edition):
            Self.refusal(of: edition.day, recordedAt: recordedAt)
                ?? Self.refusal(of: edition.prices.map { ("\($0.area)", $0.localPrice) })
        }
    }

    private static func refusal(of day: Day, recordedAt: Instant) -> String? {
        let last = Day(of: recordedAt, in: .gmt).adding(days: mostDaysAhead)
        return day <= last ? nil : "it is dated \(day) and was recorded at \(recordedAt): at most \(last) is taken in"
    }

    private static func refusal(of figures: [(name: String, price: ExactDecimal)]) -> String? {
        figures.first { !prices.contains($0.price) }
            .map { "the price of \($0.name), \($0.price), is outside \(prices)" }
    }
}

extension ExactDecimal {
    /// 10^exponent, for exponents within `exponents`.
    fileprivate static func powerOfTen(_ exponent: Int) -> ExactDecimal {
        ExactDecimal(coefficient: 1, exponent: exponent) ?? .one
    }
}
