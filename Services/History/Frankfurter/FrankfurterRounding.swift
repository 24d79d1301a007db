import SharedDomain

/// How many digits a price is shown with: the greater it is, the fewer follow the point.
enum FrankfurterRounding {
    /// Above so many millionths, so many digits follow the point. The greatest first.
    private static let bands: [(millionths: Int, fractionDigits: Int)] = [
        (5_000_000_000, 0), (80_000_000, 2), (20_000_000, 3), (1_000_000, 4), (100, 5),
    ]
    /// The digits after the point of what is not above any band.
    private static let mostFractionDigits = 6

    /// The price, rounded half up by the digits of its band; nil where 128 bits are too few to say.
    static func rounded(_ price: Quotient) -> ExactDecimal? {
        guard let cut = price.rounded(fractionDigits: mostFractionDigits, mode: .down) else { return nil }
        for band in bands where cut.coefficient >= band.millionths {
            if cut.coefficient == band.millionths {
                // What was cut off decides.
                let bound = Quotient(numerator: cut.coefficient, denominator: 1, exponent: -mostFractionDigits)
                guard let above = price.minus(bound) else { return nil }
                if above.numerator <= 0 { continue }
            }
            return price.rounded(fractionDigits: band.fractionDigits, mode: .halfUp)
        }
        return price.rounded(fractionDigits: mostFractionDigits, mode: .halfUp)
    }

    /// The same of a fraction of any size.
    ///
    /// - Throws: `INVALID_PARAMETER` for a price of more than 34 digits.
    static func rounded(_ price: ExactRatio) throws(ServiceError) -> ExactDecimal {
        let millionths = price * ExactRatio(1_000_000)
        let band = bands.first { millionths > ExactRatio($0.millionths) }
        return try price.rounded(fractionDigits: band?.fractionDigits ?? mostFractionDigits, mode: .halfUp)
    }

    /// A rounded price as JSON: whole where its band leaves no digits.
    static func text(_ price: ExactDecimal) -> String {
        price.exponent == 0 ? price.description : FrankfurterNumber.text(price)
    }
}
