import SharedDomain

/// The prices of one currency in another from one source, day by day: the days on which it quoted both.
struct PricePair: Sendable {
    /// The currency that is priced.
    let currency: CurrencyCode
    /// The day that is reached, as days since 1970-01-01; nil behind the last.
    private(set) var day: Int32?
    private let target: Leg
    private let base: Leg
    private var targetPlaces: Range<Int>
    private var basePlaces: Range<Int>

    /// Stands at the first such day of the window.
    init(of currency: CurrencyCode, _ target: Leg, in base: Leg, days window: ClosedRange<Int32>) {
        self.currency = currency
        self.target = target
        self.base = base
        targetPlaces = target.places(from: window.lowerBound, to: window.upperBound)
        basePlaces = base.places(from: window.lowerBound, to: window.upperBound)
        findDay()
    }

    /// The price on the day that is reached; nil behind the last.
    var cross: ExactCross? {
        guard let one = targetPlaces.first, let two = basePlaces.first else { return nil }
        return ExactCross(target: target.figures[one], base: base.figures[two])
    }

    /// Goes on to the next day.
    mutating func advance() {
        targetPlaces = targetPlaces.dropFirst()
        basePlaces = basePlaces.dropFirst()
        findDay()
    }

    private mutating func findDay() {
        while let one = targetPlaces.first, let two = basePlaces.first {
            let (first, second) = (target.days[one], base.days[two])
            if first == second {
                day = first
                return
            }
            if first < second {
                targetPlaces = targetPlaces.dropFirst()
            } else {
                basePlaces = basePlaces.dropFirst()
            }
        }
        day = nil
    }
}
