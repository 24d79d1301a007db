/// How often the rates that came lay within intervals.
struct IntervalCoverage: Sendable {
    /// The intervals that were looked at.
    private(set) var checked = 0
    private var eighty = 0
    private var ninetyFive = 0

    /// The part of the intervals that held; nil of none.
    func part(within level: IntervalLevel) -> Double? {
        guard checked > 0 else { return nil }
        return Double(level == .eighty ? eighty : ninetyFive) / Double(checked)
    }

    mutating func check(_ error: Double, against known: SortedErrors) {
        checked += 1
        if error <= known.quantile(IntervalLevel.eighty.part) { eighty += 1 }
        if error <= known.quantile(IntervalLevel.ninetyFive.part) { ninetyFive += 1 }
    }

    static func += (sum: inout IntervalCoverage, more: IntervalCoverage) {
        sum.checked += more.checked
        sum.eighty += more.eighty
        sum.ninetyFive += more.ninetyFive
    }
}

extension WalkForward {
    /// The place among the origins of the first whose intervals are looked at: the first that knows enough errors at
    /// every distance.
    static let firstChecked = originsUntilKnown(longestHorizon) + fewestKnownErrors - 1

    /// How often the intervals so many steps ahead held, each made of the errors that were known at its own origin:
    /// of the forecasts whose day had come by then.
    func coverage(ahead steps: Int) -> IntervalCoverage {
        let errors = errors[steps - 1]
        let lag = Self.originsUntilKnown(steps)
        guard errors.count > Self.firstChecked else { return IntervalCoverage() }
        var coverage = IntervalCoverage()
        var known = SortedErrors(Array(errors[..<(Self.firstChecked - lag)]))
        for place in Self.firstChecked..<errors.count {
            known.insert(errors[place - lag])
            coverage.check(errors[place], against: known)
        }
        return coverage
    }

    /// How many origins later the rate so many steps ahead is known.
    private static func originsUntilKnown(_ steps: Int) -> Int { (steps + spacing - 1) / spacing }
}
