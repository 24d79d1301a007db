import SharedDomain

/// One published figure as memory keeps it: what a `Quote` says, without its currency, in 16 bytes.
struct Figure: Sendable {
    /// The digits of the price: positive, at most 18 of them.
    let coefficient: Int64
    /// The power of ten that the digits are multiplied by.
    let exponent: Int8
    /// How many units the price is for: 1 or 100.
    let unit: UInt8
    /// Which way round it is quoted.
    let direction: QuoteDirection

    /// The figure of a pivot against itself.
    static let one = Figure(coefficient: 1, exponent: 0, unit: 1, direction: .perPivot)

    init(coefficient: Int64, exponent: Int8, unit: UInt8, direction: QuoteDirection) {
        self.coefficient = coefficient
        self.exponent = exponent
        self.unit = unit
        self.direction = direction
    }

    /// A quote's figure. `Quote` bounds its digits, its exponent and its unit so that nothing is cut off here.
    init(_ quote: Quote) {
        self.init(
            coefficient: Int64(quote.price.coefficient), exponent: Int8(quote.price.exponent),
            unit: UInt8(quote.unit), direction: quote.direction)
    }

    /// The price as published.
    ///
    /// - Throws: never for the figure of a quote; `INTERNAL_ERROR` for digits that no quote has.
    var price: ExactDecimal {
        get throws(ServiceError) {
            guard let price = ExactDecimal(coefficient: Int128(coefficient), exponent: Int(exponent)) else {
                throw .internalError()
            }
            return price
        }
    }

    /// The power of ten of the price of a single unit: the units that sources quote for are powers of ten.
    var exponentOfOne: Int { Int(exponent) - (unit == 100 ? 2 : 0) }

    /// Units of the currency for one of the pivot, as binary64: for analytics.
    var unitsPerPivot: Double {
        let price = DecimalPowers.double(Double(coefficient), tenTo: exponentOfOne)
        return direction == .perPivot ? price : 1 / price
    }

    /// What one unit of the currency costs in pivot money, exactly.
    ///
    /// - Throws: never for the figure of a quote; `INTERNAL_ERROR` for digits that no quote has.
    func valueInPivot() throws(ServiceError) -> ExactRatio {
        guard let exactValue else { throw .internalError() }
        return exactValue
    }

    /// The same; nil for digits that no quote has.
    var exactValue: ExactRatio? {
        guard let price = ExactDecimal(coefficient: Int128(coefficient), exponent: Int(exponent)),
            let perUnit = ExactRatio(price) / ExactRatio(Int(unit))
        else { return nil }
        return direction == .inPivot ? perUnit : perUnit.inverse
    }
}

extension Figure: Equatable {
    /// Whether both say the same number in the same way, zeros at the end aside: as `Quote` compares.
    static func == (one: Figure, other: Figure) -> Bool {
        guard one.unit == other.unit, one.direction == other.direction else { return false }
        if one.exponent == other.exponent { return one.coefficient == other.coefficient }
        let (first, second) = (one.withoutTrailingZeros, other.withoutTrailingZeros)
        return first.digits == second.digits && first.exponent == second.exponent
    }

    /// Whether two are written alike, zeros at the end included, or are both nil.
    static func areWrittenAlike(_ one: Figure?, _ other: Figure?) -> Bool {
        one?.coefficient == other?.coefficient && one?.exponent == other?.exponent && one?.unit == other?.unit
            && one?.direction == other?.direction
    }

    private var withoutTrailingZeros: (digits: Int64, exponent: Int) {
        var (digits, power) = (coefficient, Int(exponent))
        while digits != 0, digits % 10 == 0 {
            digits /= 10
            power += 1
        }
        return (digits, power)
    }
}
