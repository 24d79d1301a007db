package import SharedDomain

/// A JSON number as the text that was sent, so that no digit is lost before someone decides what it should be.
package struct JSONNumber: Sendable, Equatable {
    /// The number as sent, valid after RFC 8259.
    package let text: String

    /// The number if it was written whole, without fraction and exponent, and fits.
    package var integer: Int? { Int(text) }

    /// The number if it was written without exponent and has at most 34 digits.
    package var decimal: ExactDecimal? { ExactDecimal(text) }
}
