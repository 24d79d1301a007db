import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Forecasts of the ECB's file", .timeLimit(.minutes(2)))
struct ForecastTests {
    // pandas and numpy: Tests/Oracles/history/forecast.py.
    @Test("they and their errors in the past are those of pandas and numpy", arguments: ForecastOracle.cases)
    func oracle(expected: ForecastOracle) throws {
        let (run, days) = try run(expected.target, in: expected.base, "..\(expected.to)")
        #expect(run.count == expected.observations)
        guard expected.origins > 0 else {
            #expect(Forecast(of: run, days: expected.days) == nil)
            return
        }
        let forecast = try #require(Forecast(of: run, days: expected.days))
        #expect(forecast.origins.count == expected.origins)
        #expect(expected.origins - WalkForward.firstChecked == expected.checked)
        #expect(Day(number: days[forecast.origins.first]).description == expected.first)
        #expect(Day(number: days[forecast.origins.last]).description == expected.last)
        expectClose(forecast.points.map(\.figures), expected.points)
        expectClose(forecast.trials.map(\.figures), expected.trials)
        expectClose([forecast.trial.figures], expected.trial.map { [$0] })
    }

    // The ECB's file: the days that it published on in the end.
    @Test("the days ahead are those the ECB published on", arguments: ForecastOracle.cases.filter { !$0.dates.isEmpty })
    func days(expected: ForecastOracle) throws {
        let days = PublicationCalendar.ecb.publicationDays(after: try day(expected.to), count: expected.days)
        #expect(days.map(\.description) == expected.dates)
    }

    // By definition: logarithms of a rate and of its inverse differ in sign alone.
    @Test("the forecast of a pair is the inverse of that of the pair turned round")
    func inverse() throws {
        let dollars = try #require(Forecast(of: run("USD", in: "KRW", "max").rates, days: 30))
        let won = try #require(Forecast(of: run("KRW", in: "USD", "max").rates, days: 30))
        for (one, other) in zip(dollars.points, won.points) {
            #expect(isClose(one.rate * other.rate, 1, within: 1e-12))
            #expect(isClose(one.factors.eighty, other.factors.eighty, within: 1e-12))
        }
    }

    @Test("how far one looks ahead does not change the days before")
    func prefix() throws {
        let rates = try run("JPY", in: "KRW", "max").rates
        let week = try #require(Forecast(of: rates, days: 7))
        let month = try #require(Forecast(of: rates, days: 30))
        #expect(week.points.map(\.figures) == Array(month.points.map(\.figures).prefix(7)))
        #expect(week.trials.map(\.figures) == Array(month.trials.map(\.figures).prefix(7)))
    }

    @Test("no more than five years count, and what is before them changes nothing")
    func bounded() throws {
        let rates = try run("USD", in: "EUR", "max").rates
        let all = try #require(Forecast(of: rates, days: 3))
        let five = try #require(Forecast(of: rates.suffix(WalkForward.mostPoints), days: 3))
        #expect(all.points.map(\.figures) == five.points.map(\.figures))
        #expect(all.origins.first == five.origins.first && all.origins.count <= 250)
    }

    /// The last unbroken run of a series, and the days of the whole.
    private func run(
        _ target: String, in base: String, _ window: String
    ) throws -> (rates: ArraySlice<Double>, days: [Int32]) {
        let window = window == "max" ? window : "1999-01-04\(window)"
        let series = try SeriesReader(memory: ECBFile.memory).series(question(target, in: base, window)).series
        return (series.rates[series.unbrokenRuns.last ?? 0..<0], series.days)
    }
}

extension Forecast.Point {
    fileprivate var figures: [Double] {
        [rate, rate / factors.eighty, rate * factors.eighty, rate / factors.ninetyFive, rate * factors.ninetyFive]
    }
}

extension ForecastTrial {
    fileprivate var figures: [Double?] {
        [error, errorOfNoChange, coverage.part(within: .eighty), coverage.part(within: .ninetyFive)]
    }
}

private func expectClose(_ rows: [[Double?]], _ expected: [[Double]]?) {
    guard let expected, rows.count == expected.count else {
        Issue.record("\(rows.count) rows, expected \(expected?.count ?? 0)")
        return
    }
    for (row, wanted) in zip(rows, expected) {
        #expect(zip(row, wanted).allSatisfy { isClose($0, $1, within: 1e-9) }, "\(row) is not \(wanted)")
    }
}
