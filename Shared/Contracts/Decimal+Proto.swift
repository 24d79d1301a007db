package import SharedDomain

extension CommonV1Decimal {
    /// The number as published: coefficient and exponent unchanged.
    package init(_ decimal: ExactDecimal) {
        self.init()
        coefficientHigh = Int64(truncatingIfNeeded: decimal.coefficient >> 64)
        coefficientLow = UInt64(truncatingIfNeeded: decimal.coefficient)
        exponent = Int32(decimal.exponent)
    }
}

extension ExactDecimal {
    /// - Throws: `ServiceError` when the number has more digits or a larger exponent than we keep.
    package init(_ message: CommonV1Decimal) throws {
        let coefficient = Int128(message.coefficientHigh) << 64 | Int128(message.coefficientLow)
        guard let decimal = ExactDecimal(coefficient: coefficient, exponent: Int(message.exponent)) else {
            throw ServiceError(
                .invalidParameter, "the number \(coefficient) x 10^\(message.exponent) is outside what is kept")
        }
        self = decimal
    }
}
