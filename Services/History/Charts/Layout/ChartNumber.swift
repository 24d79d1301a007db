import Foundation
import SharedDomain

/// Writes numbers as a chart shows them, the same in both languages: `1,335.27`, `−0.15`.
enum ChartNumber {
    /// With commas between the thousands, and at least so many digits after the point.
    static func text(_ number: ExactDecimal, decimals: Int) -> String {
        let parts = number.description.split(separator: ".", omittingEmptySubsequences: false)
        let whole = parts[0].drop { $0 == "-" }
        var text = number.signum < 0 ? "−" : ""
        for (place, digit) in whole.enumerated() {
            if place > 0, (whole.count - place).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        let zeros = String(repeating: "0", count: max(0, decimals - fraction.count))
        return fraction.isEmpty && zeros.isEmpty ? text : "\(text).\(fraction)\(zeros)"
    }

    /// How many significant digits a number has that is written with so many digits after the point; nil where it is
    /// less than half of the last of them, which is written as nought.
    static func significantDigits(of magnitude: Double, decimals: Int) -> Int? {
        guard magnitude > 0, magnitude.isFinite else { return nil }
        let digits = Int(log10(magnitude).rounded(.down)) + 1 + decimals
        return digits < 1 ? nil : digits
    }
}
