import Foundation
import SharedDomain
import SharedHTTP

extension HistoryParameter {
    /// The window that a request names, by a period or by days.
    ///
    /// - Parameter usual: The period of a request that names neither; nil where it has to name one.
    /// - Throws: `INVALID_PARAMETER` for a period beside days; `MISSING_PARAMETER` for an end without a beginning, and for
    ///   neither without a usual period; as `day` for the days.
    static func window(
        of request: EdgeRequest, _ parameter: Parameter<Period?>, usual: Period?
    ) throws -> SeriesQuestion.Window {
        let (period, from, to) = try (
            request[parameter], day(Self.from, of: request), day(Self.to, of: request)
        )
        if let usual, period == nil, from == nil, to == nil { return .period(usual) }
        return try window(period: period, from: from, to: to)
    }

    /// The day that a request names, nil of none.
    ///
    /// - Throws: as `refuseFuture`, at the moment that the request is answered as of.
    static func day(_ parameter: Parameter<Day?>, of request: EdgeRequest) throws -> Day? {
        guard let day = try request[parameter] else { return nil }
        try refuseFuture(day, named: parameter.facts.name, at: moment(of: request))
        return day
    }

    /// The same of a day that has to be named.
    static func day(_ parameter: Parameter<Day>, of request: EdgeRequest) throws -> Day {
        let day = try request[parameter]
        try refuseFuture(day, named: parameter.facts.name, at: moment(of: request))
        return day
    }

    /// The moment that a request is answered as of.
    static func moment(of request: EdgeRequest) throws -> Instant {
        try request[asOf] ?? request.receivedAt
    }

    /// Refuses a day that is later than tomorrow, wherever on earth: nobody knows what will hold then.
    ///
    /// - Throws: `INVALID_DATE`.
    static func refuseFuture(_ day: Day, named name: String, at moment: Instant) throws(ServiceError) {
        let last = Day(of: moment.advanced(by: longestLead), in: .gmt).adding(days: 1)
        guard day > last else { return }
        throw .invalidParameter(
            name, provided: "\(day)",
            expected: "a day up to \(last): as of \(moment), that is tomorrow where a day begins first",
            code: .invalidDate)
    }

    /// How far the clocks that are furthest ahead, those of the Line Islands, are ahead of UTC.
    private static let longestLead = Duration.seconds(14 * 3600)

    /// - Throws: `INVALID_PARAMETER` for a period beside days; `MISSING_PARAMETER` for neither.
    private static func window(period: Period?, from: Day?, to: Day?) throws(ServiceError) -> SeriesQuestion.Window {
        switch (period, from, to) {
        case (.some(let period), nil, nil):
            return .period(period)
        case (.some(let period), _, _):
            throw .invalidParameter(
                "period", provided: period.rawValue, expected: "either 'period', or 'from' and 'to', not both")
        case (nil, .some, _):
            return .days(from: from, to: to)
        case (nil, nil, .some(let to)):
            throw .missingParameter("from", expected: "a day up to 'to', \(to)")
        case (nil, nil, nil):
            let periods = Period.allCases.map(\.rawValue).joined(separator: ", ")
            throw .missingParameter("period", expected: "one of \(periods), or 'from' and 'to'")
        }
    }
}
