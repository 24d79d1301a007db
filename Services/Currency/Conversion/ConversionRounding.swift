import SharedDomain

/// What happens to a result beyond the minor units of its money.
enum ConversionRounding: String, Sendable, CaseIterable {
    /// To the nearest; a tie away from zero.
    case halfUp = "half_up"
    /// To the nearest; a tie to the even neighbour.
    case halfEven = "half_even"
    /// Toward zero.
    case down
    /// The minor units do not matter: as many digits as are kept.
    case unrounded = "none"

    /// How the last digit kept is rounded.
    var mode: RoundingMode {
        switch self {
        case .halfUp, .unrounded: .halfUp
        case .halfEven: .halfEven
        case .down: .down
        }
    }
}
