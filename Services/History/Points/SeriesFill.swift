/// What stands for the days of a series without an observation.
enum SeriesFill: String, CaseIterable, Sendable {
    /// Nothing: they are left out.
    case none
    /// The last rate before.
    case forward
    /// The rate on the straight line between the observations around.
    case linear
}
