/// How often a rate is to come within the interval of its forecast.
enum IntervalLevel: CaseIterable, Sendable {
    case eighty
    case ninetyFive

    /// The part of all cases.
    var part: Double {
        switch self {
        case .eighty: 0.8
        case .ninetyFive: 0.95
        }
    }
}
