import Foundation
import SharedContracts
import SharedDomain

extension Sheet {
    /// How many days after it was recorded (in UTC) a sheet may be dated: a day for the zones east of Greenwich, a day
    /// for rates that are published the evening before. One stray date further off would be the newest for ever, and
    /// with it the end of every period.
    static let mostDaysAhead = 2

    /// The prices there are: none of any money is outside, and within, every cross has a rate that can be written.
    static let prices = ExactDecimal.powerOfTen(-12)...ExactDecimal.powerOfTen(15)

    /// The sheet of an event, if it can be taken in at all.
    static func admitted(_ body: EventBody) throws(SheetRefusal) -> Sheet {
        guard case .sheet(let sheet) = body else { throw SheetRefusal(description: "it is not a sheet of rates") }
        let last = Day(of: sheet.recordedAt, in: .gmt).adding(days: mostDaysAhead)
        guard sheet.day <= last else {
            throw SheetRefusal(
                description: "the sheet of \(sheet.source) is dated \(sheet.day) and was recorded at "
                    + "\(sheet.recordedAt): at most \(last) is taken in")
        }
        if let quote = sheet.quotes.first(where: { !prices.contains($0.price) }) {
            throw SheetRefusal(
                description: "the price of \(quote.currency) on \(sheet.day), \(quote.price), is outside \(prices)")
        }
        return sheet
    }
}

extension ExactDecimal {
    /// 10^exponent, for exponents within `exponents`.
    fileprivate static func powerOfTen(_ exponent: Int) -> ExactDecimal {
        ExactDecimal(coefficient: 1, exponent: exponent) ?? .one
    }
}
