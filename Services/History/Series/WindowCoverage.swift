/// Says whether the observations of a window cover it, so that a change between its first and its last one is a change over
/// the whole: there are two of them at least, and nowhere in the window more than `SeriesBreak.longestSilence` days
/// without one, neither between two of them, nor before the first, nor after the last.
struct WindowCoverage {
    private let window: ClosedRange<Int32>
    private var count = 0
    /// The last observation, or else the first day of the window.
    private var last: Int32
    private var isBroken = false

    /// - Parameter window: Both ends included, as days since 1970-01-01.
    init(of window: ClosedRange<Int32>) {
        self.window = window
        last = window.lowerBound
    }

    /// Takes the next observation of the window, ascending.
    mutating func observe(_ day: Int32) {
        if SeriesBreak.separates(last, day) { isBroken = true }
        last = day
        count += 1
    }

    /// Whether those taken cover it.
    var isWhole: Bool { count > 1 && !isBroken && !SeriesBreak.separates(last, window.upperBound) }
}
