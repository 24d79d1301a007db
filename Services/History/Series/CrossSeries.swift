import SharedDomain

/// The price of one currency in another on every day of a window that a source quoted both, ascending: three arrays of
/// one length. Days without both are left out, never filled.
struct CrossSeries: Sendable {
    /// Days since 1970-01-01.
    private(set) var days: [Int32] = []
    /// The rates as binary64, for analytics.
    private(set) var rates: [Double] = []
    /// The rates as published, for showing.
    private(set) var crosses: [ExactCross] = []

    /// How many points there are.
    var count: Int { days.count }

    /// Merges the two legs of one source over the days of a window.
    init(of target: Leg, in base: Leg, days window: ClosedRange<Int32>) {
        let ofTarget = target.places(from: window.lowerBound, to: window.upperBound)
        let ofBase = base.places(from: window.lowerBound, to: window.upperBound)
        let most = min(ofTarget.count, ofBase.count)
        days.reserveCapacity(most)
        rates.reserveCapacity(most)
        crosses.reserveCapacity(most)
        var (one, two) = (ofTarget.lowerBound, ofBase.lowerBound)
        while one < ofTarget.upperBound, two < ofBase.upperBound {
            let (day, other) = (target.days[one], base.days[two])
            if day < other {
                one += 1
            } else if day > other {
                two += 1
            } else {
                days.append(day)
                rates.append(base.prices[two] / target.prices[one])
                crosses.append(ExactCross(target: target.figures[one], base: base.figures[two]))
                one += 1
                two += 1
            }
        }
    }

    /// The first point after a day, with its own day; nil when there is none.
    static func first(
        of target: Leg, in base: Leg, after day: Int32
    ) -> (day: Int32, cross: ExactCross)? {
        guard day < .max else { return nil }
        var (one, two) = (target.place(of: day + 1), base.place(of: day + 1))
        while one < target.days.count, two < base.days.count {
            let (first, second) = (target.days[one], base.days[two])
            if first == second {
                return (first, ExactCross(target: target.figures[one], base: base.figures[two]))
            }
            if first < second {
                one += 1
            } else {
                two += 1
            }
        }
        return nil
    }

    /// The last point before a day, with its own day; nil when there is none.
    static func last(
        of target: Leg, in base: Leg, before day: Int32
    ) -> (day: Int32, cross: ExactCross)? {
        var (one, two) = (target.place(of: day) - 1, base.place(of: day) - 1)
        while one >= 0, two >= 0 {
            let (first, second) = (target.days[one], base.days[two])
            if first == second {
                return (first, ExactCross(target: target.figures[one], base: base.figures[two]))
            }
            if first > second {
                one -= 1
            } else {
                two -= 1
            }
        }
        return nil
    }
}
