/// What happens to the digits that are cut off.
package enum RoundingMode: String, Sendable, CaseIterable {
    /// To the nearest; a tie away from zero.
    case halfUp = "half_up"
    /// To the nearest; a tie to the even neighbour.
    case halfEven = "half_even"
    /// Toward zero.
    case down

    /// Whether the magnitude that is left goes up by one.
    func roundsAway(cutting part: CutPart, isOdd: Bool) -> Bool {
        switch self {
        case .halfUp: part != .belowHalf
        case .halfEven: part == .aboveHalf || (part == .half && isOdd)
        case .down: false
        }
    }

    /// What is cut off, in units of the last digit kept.
    enum CutPart {
        case belowHalf
        case half
        case aboveHalf
    }
}
