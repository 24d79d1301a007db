import Foundation
import Testing

@testable import HistoryService

@Suite("The parts of a forecast")
struct ThetaForecastTests {
    // By hand: the straight line is the values, and so is twice the values less the line; a factor of 1 is the least
    // wrong, by one step each time. The mean of line and level rises by half a step.
    @Test("of a straight line it goes on with half the slope")
    func line() {
        let forecast = ThetaForecast(fittedTo: [2, 5, 8, 11, 14])
        #expect(forecast.smoothing == 1)
        #expect(isClose(forecast.value(ahead: 1), 15.5, within: 1e-12))
        #expect(isClose(forecast.value(ahead: 10), 29, within: 1e-12))
    }

    @Test("of what never moves it is that")
    func constant() {
        let forecast = ThetaForecast(fittedTo: [7, 7, 7, 7])
        #expect(forecast.value(ahead: 30) == 7)
    }

    // By hand: the straight line is 0, so the other one is 2, −2, −2, 2. With a factor a its squared errors are 16,
    // 16(1 − a)² and (8a − 4a²)²: the least of the tenths is at 0.3, and the level then goes 2, 0.8, −0.04, 0.572.
    @Test("of what swings about a level it takes the factor that is the least wrong")
    func swings() {
        let forecast = ThetaForecast(fittedTo: [1, -1, -1, 1])
        #expect(forecast.smoothing == 0.3)
        #expect(isClose(forecast.value(ahead: 5), 0.286, within: 1e-12))
    }

    // Hyndman and Fan's sixth definition, by hand.
    @Test("a quantile is between the errors that are next to it, and never beyond them")
    func quantiles() {
        let errors = SortedErrors((1...19).map { Double($0) }.shuffled())
        #expect(isClose(errors.quantile(0.95), 19, within: 1e-12))
        #expect(isClose(errors.quantile(0.8), 16, within: 1e-12))
        #expect(isClose(SortedErrors([1, 2, 4]).quantile(0.625), 3, within: 1e-12))
        #expect(SortedErrors([5, 3]).quantile(0.95) == 5)
        #expect(SortedErrors([5, 3]).quantile(0.1) == 3)
        #expect(SortedErrors().quantile(0.8) == 0)
    }

    @Test("errors stay in order whatever order they come in")
    func order() {
        var errors = SortedErrors()
        for value in [3, 1, 2, 5, 4, 1, 5] { errors.insert(Double(value)) }
        #expect(errors.values == [1, 1, 2, 3, 4, 5, 5])
    }

    @Test("a forecast knows nothing of what comes after its origin")
    func blind() throws {
        let logs = (0..<WalkForward.fewestPoints).map { sin(Double($0)) }
        let walk = WalkForward(over: logs)
        let first = try #require(walk.origins.first)
        #expect(first == WalkForward.fittedPoints - 1 && walk.origins.count == WalkForward.fewestOrigins)
        let changed = WalkForward(over: logs.prefix(first + 2) + logs.dropFirst(first + 2).map { $0 * 3 + 1 })
        #expect(walk.errors[0][0] == changed.errors[0][0])
        #expect(walk.errors[1][0] != changed.errors[1][0])
    }

    // By definition: every interval is made of errors of 0, and every rate comes as forecast.
    @Test("of a rate that never moves the intervals are points, and hold")
    func peg() throws {
        let rates = Array(repeating: 1.95583, count: WalkForward.fewestPoints)
        let forecast = try #require(Forecast(of: rates[...], days: 2))
        #expect(forecast.trial.ratio == nil && !forecast.trial.beatsNoChange)
        #expect(forecast.trial.error < 1e-12 && forecast.trial.errorOfNoChange == 0)
        #expect(ForecastText.verdict(forecast.trial, origins: 60).contains("did not move"))
        #expect(Forecast(of: rates.dropLast(), days: 2) == nil)
    }
}
