import Foundation
import SharedDomain

extension ExactDecimal {
    /// A binary64 number at so many significant digits, rounded to the nearest, without trailing zeros. Nil when it is
    /// not finite, when `digits` is not 1 to 17, and outside the exponents there are.
    init?(_ value: Double, significantDigits digits: Int) {
        guard value.isFinite, (1...17).contains(digits) else { return nil }
        // C's conversion rounds the exact binary value; no arithmetic of ours comes between.
        let parts = String(format: "%.\(digits - 1)e", value).split(separator: "e")
        guard parts.count == 2, let mantissa = ExactDecimal(parts[0]), let exponent = Int(parts[1]),
            let decimal = ExactDecimal(
                coefficient: mantissa.coefficient, exponent: mantissa.exponent + exponent)
        else { return nil }
        self = decimal.canonical
    }
}
