import SharedDomain

/// The rate between two observations, on the straight line from one to the other.
struct InterpolatedCross: ExactRate {
    let earlier: ExactCross
    let later: ExactCross
    /// How far from the earlier observation, in days.
    let part: Int32
    /// The days from one observation to the other; more than `part`.
    let whole: Int32

    /// (earlier × (whole − part) + later × part) ÷ whole.
    var quotient: Quotient? {
        guard let first = earlier.quotient, let second = later.quotient else { return nil }
        let exponent = min(first.exponent, second.exponent)
        guard
            let one = first.numerator.times(second.denominator, Int128(whole - part), tenTo: first.exponent - exponent),
            let two = second.numerator.times(first.denominator, Int128(part), tenTo: second.exponent - exponent),
            let divisor = first.denominator.times(second.denominator, Int128(whole), tenTo: 0)
        else { return nil }
        let (sum, overflow) = one.addingReportingOverflow(two)
        return overflow ? nil : Quotient(numerator: sum, denominator: divisor, exponent: exponent).reduced
    }

    func ratio() throws(ServiceError) -> ExactRatio {
        let (first, second) = (try earlier.ratio(), try later.ratio())
        guard let way = ExactRatio(Int(part)) / ExactRatio(Int(whole)) else { throw .internalError() }
        return first + (second - first) * way
    }
}

extension Quotient {
    /// At so many significant digits; a fraction too long for 128 bits is tried in lowest terms.
    func shown(significantDigits digits: Int) -> ExactDecimal? {
        rounded(significantDigits: digits) ?? reduced.rounded(significantDigits: digits)
    }

    /// The same in lowest terms.
    var reduced: Quotient {
        var (divisor, rest) = (denominator.magnitude, numerator.magnitude)
        while rest > 0 { (divisor, rest) = (rest, divisor % rest) }
        guard let common = Int128(exactly: divisor), common > 1 else { return self }
        return Quotient(numerator: numerator / common, denominator: denominator / common, exponent: exponent)
    }
}

extension Int128 {
    /// The product with two numbers and a power of ten; nil where it does not fit.
    fileprivate func times(_ one: Int128, _ other: Int128, tenTo power: Int) -> Int128? {
        var product = self
        for factor in [one, other] + Array(repeating: 10, count: power) {
            let (next, overflow) = product.multipliedReportingOverflow(by: factor)
            if overflow { return nil }
            product = next
        }
        return product
    }
}
