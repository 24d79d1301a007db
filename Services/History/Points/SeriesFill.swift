/// What stands for the days of a series without an observation.
enum SeriesFill: String, CaseIterable, Sendable {
    /// Nothing: they are left out.
    case none
    /// The last rate before, in the window or before it.
    case forward
    /// The rate on the straight line between the observations around, in the window or outside.
    case linear
}
