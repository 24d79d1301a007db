import SharedDomain
import SharedTesting

@testable import HistoryService

/// A source that quotes won for so many units of a currency, as the Bank of Korea does.
let bok = SourceID("bok") ?? .ecb

/// The code, or a failed test.
func code(_ text: String) throws -> CurrencyCode {
    guard let code = CurrencyCode(text) else { throw TestFailure("\(text): not a code") }
    return code
}

/// The day, or a failed test.
func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw TestFailure("\(text): not a day") }
    return day
}

/// The number, or a failed test.
func decimal(_ text: String) throws -> ExactDecimal {
    guard let decimal = ExactDecimal(text) else { throw TestFailure("\(text): not a number") }
    return decimal
}

/// A sheet of the ECB with those quotes, recorded so many milliseconds after the others, and published so many after
/// the hour at which the ECB does.
func ecbSheet(
    _ date: String, _ prices: [String: String], pivot: String = "EUR", recordedAfter milliseconds: Int = 0,
    publishedAfter delay: Int = 0
) throws -> Sheet {
    try Sheet(
        source: .ecb, pivot: code(pivot), day: day(date),
        publishedAt: PublicationCalendar.ecb.publishedAt(day(date)).advanced(by: .milliseconds(delay)),
        recordedAt: ECBFile.recordedAt.advanced(by: .milliseconds(milliseconds)),
        quotes: prices.map { try Quote(currency: code($0.key), price: decimal($0.value), direction: .perPivot) })
}

/// A sheet of the Bank of Korea: won for so many units of a currency.
func bokSheet(_ date: String, _ prices: [String: (won: String, unit: Int)]) throws -> Sheet {
    try Sheet(
        source: bok, pivot: .krw, day: day(date), publishedAt: PublicationCalendar.ecb.publishedAt(day(date)),
        recordedAt: ECBFile.recordedAt,
        quotes: prices.map {
            try Quote(
                currency: code($0.key), price: decimal($0.value.won), unit: $0.value.unit, direction: .inPivot)
        })
}

/// A question in texts; the window is a period, or days as `from..to`.
func question(_ target: String, in base: String = "KRW", _ window: String) throws -> SeriesQuestion {
    try SeriesQuestion(target: code(target), base: code(base), window: SeriesQuestion.Window(window))
}

extension SeriesQuestion.Window {
    fileprivate init(_ text: String) throws {
        if let period = Period(rawValue: text) {
            self = .period(period)
            return
        }
        let ends = text.split(separator: ".", omittingEmptySubsequences: false)
        guard ends.count == 3, ends[1].isEmpty else { throw TestFailure("\(text): not a window") }
        let days = try [ends[0], ends[2]].map { try $0.isEmpty ? nil : day(String($0)) }
        self = .days(from: days[0], to: days[1])
    }
}

extension SeriesAnswer {
    /// The points as `day rate`, at ten digits.
    var texts: [String] {
        get throws {
            try zip(series.days, series.crosses).map { "\(Day(number: $0)) \(try $1.rate(significantDigits: 10))" }
        }
    }
}
