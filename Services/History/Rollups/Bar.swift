import SharedDomain

/// What the price of one currency did in one stretch of time, exactly.
///
/// Every figure is the price of a single unit, the way round that the source quotes it.
struct Bar: Sendable, Equatable {
    /// The figure of the first publication.
    let open: Figure
    /// The greatest of the figures as quoted.
    let high: Figure
    let low: Figure
    /// The figure of the last publication.
    let close: Figure
    /// The mean of the figures, to 18 digits, a tie to the even neighbour.
    let average: Figure
    /// The mean of their inverses, likewise: that of the same prices quoted the other way round.
    let inverseAverage: Figure
    /// How many publications.
    let count: Int

    /// The digits of an average.
    static let averageDigits = 18

    init(
        open: Figure, high: Figure, low: Figure, close: Figure, average: Figure, inverseAverage: Figure, count: Int
    ) {
        self.open = open
        self.high = high
        self.low = low
        self.close = close
        self.average = average
        self.inverseAverage = inverseAverage
        self.count = count
    }

    /// The bar of figures in the order they were published. Those quoted the other way round than the last are left
    /// out: no source turns round within a day.
    ///
    /// - Returns: nil of no figures.
    /// - Throws: never for the figures of quotes; `ServiceError` for digits that no quote has.
    init?(of published: [Figure]) throws(ServiceError) {
        guard let last = published.last else { return nil }
        let figures = published.filter { $0.direction == last.direction }.map(\.ofOneUnit)
        let prices = try figures.map { figure throws(ServiceError) in try figure.price }
        var (highest, lowest) = (0, 0)
        for place in prices.indices {
            if prices[place] > prices[highest] { highest = place }
            if prices[place] < prices[lowest] { lowest = place }
        }
        let ratios = prices.map { ExactRatio($0) }
        let inverses = ratios.compactMap(\.inverse)
        self.init(
            open: figures[0], high: figures[highest], low: figures[lowest], close: last.ofOneUnit,
            average: try Self.mean(of: ratios, last.direction),
            inverseAverage: try Self.mean(of: inverses, last.direction.opposite), count: figures.count)
    }

    /// The bar of a day whose publications are no longer kept one by one, after a correction of its close: the mean and
    /// the count stay those of the publications.
    ///
    /// - Throws: as `init(of:)`.
    func closing(at figure: Figure) throws(ServiceError) -> Bar {
        let close = figure.ofOneUnit
        guard close.direction == self.close.direction else { return self }
        let price = try close.price
        return Bar(
            open: open, high: try price > high.price ? close : high, low: try price < low.price ? close : low,
            close: close, average: average, inverseAverage: inverseAverage, count: count)
    }

    private static func mean(of ratios: [ExactRatio], _ direction: QuoteDirection) throws(ServiceError) -> Figure {
        let sum = ratios.dropFirst().reduce(ratios[0]) { $0 + $1 }
        guard let mean = sum / ExactRatio(ratios.count) else { throw .internalError() }
        let rounded = try mean.rounded(significantDigits: averageDigits, mode: .halfEven)
        return Figure(
            coefficient: Int64(rounded.coefficient), exponent: Int8(rounded.exponent), unit: 1, direction: direction)
    }
}

extension Figure {
    /// The same price for a single unit: quotation units are powers of ten.
    var ofOneUnit: Figure {
        Figure(coefficient: coefficient, exponent: Int8(exponentOfOne), unit: 1, direction: direction)
    }
}

extension QuoteDirection {
    /// The other one.
    var opposite: QuoteDirection {
        switch self {
        case .perPivot: .inPivot
        case .inPivot: .perPivot
        }
    }
}
