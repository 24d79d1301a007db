/// The series of a window with everything that precedes it, so that recursive figures are warmed up on all there is.
struct WarmedSeries: Sendable {
    /// The answer about the window alone.
    let answer: SeriesAnswer
    /// Every point from the first one held to the end of the window.
    let all: CrossSeries
    /// The place in `all` of the first point of the window.
    let first: Int
}
