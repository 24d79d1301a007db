import SharedDomain

extension CrossBar {
    /// The bar of a currency in money of one figure at all times, as the pivot's: exact.
    init(start: Instant, day: Int32, of bar: Bar, in base: Figure) {
        self.init(
            start: start, day: Day(number: day), open: ExactCross(target: bar.open, base: base),
            high: ExactCross(target: bar.dearest, base: base), low: ExactCross(target: bar.cheapest, base: base),
            close: ExactCross(target: bar.close, base: base),
            average: bar.averageValueInPivot * base.unitsPerPivot, count: bar.count)
    }

    /// The bar of a currency of one figure at all times: exact.
    init(start: Instant, day: Int32, of target: Figure, in bar: Bar) {
        self.init(
            start: start, day: Day(number: day), open: ExactCross(target: target, base: bar.open),
            high: ExactCross(target: target, base: bar.cheapest), low: ExactCross(target: target, base: bar.dearest),
            close: ExactCross(target: target, base: bar.close),
            average: bar.averageUnitsPerPivot / target.unitsPerPivot, count: bar.count)
    }

    /// The bar of the two rates that are known, the opening and the closing one.
    init(day: Int32, open: CrossTick, close: CrossTick) {
        let (high, low) = open.isAbove(close) ? (open, close) : (close, open)
        self.init(
            start: open.publishedAt, day: Day(number: day), open: open.cross, high: high.cross, low: low.cross,
            close: close.cross, average: (open.rate + close.rate) / 2, count: 2)
    }
}

extension Bar {
    /// The figure at which the currency was worth most in pivot money.
    fileprivate var dearest: Figure { close.direction == .inPivot ? high : low }

    /// The figure at which it was worth least.
    fileprivate var cheapest: Figure { close.direction == .inPivot ? low : high }

    /// The mean of what one unit cost in pivot money.
    fileprivate var averageValueInPivot: Double { (close.direction == .inPivot ? average : inverseAverage).digits }

    /// The mean of the units for one of the pivot.
    fileprivate var averageUnitsPerPivot: Double { (close.direction == .perPivot ? average : inverseAverage).digits }
}

extension Figure {
    /// The number itself, whichever way round it is quoted.
    fileprivate var digits: Double { DecimalPowers.double(Double(coefficient), tenTo: exponentOfOne) }
}
