/// A sliding window, counted in steps of a twelfth of its length.
///
/// A request is counted in the step it falls into, and a step is forgotten as a whole once all of it lies further back
/// than the window is long. So a request counts for at least the window's length and for at most a twelfth more, and
/// in no window of that length, wherever it begins, do more requests pass than the limit says. (The common estimate
/// from two counters, which weighs the previous one by the part of it still in the window, lets up to twice the limit
/// pass in a window that begins unluckily.)
struct RateWindow: Sendable {
    static let hour = RateWindow(seconds: 3600)
    static let minute = RateWindow(seconds: 60)

    /// Steps in one window.
    private static let steps: Int64 = 12
    /// Counters of one client: the steps of one window and the step that has just begun.
    static let counters = Int(steps) + 1

    let seconds: Int

    private var stepMilliseconds: Int64 { Int64(seconds) * 1000 / Self.steps }

    /// The number of the step that an instant lies in.
    func step(at milliseconds: Int64) -> Int64 {
        let quotient = milliseconds / stepMilliseconds
        return milliseconds % stepMilliseconds < 0 ? quotient - 1 : quotient
    }

    /// When the requests of a step are forgotten, in milliseconds since 1970.
    private func forgets(_ step: Int64) -> Int64 { (step + Int64(Self.counters)) * stepMilliseconds }

    /// The place of a step among a client's counters.
    static func place(_ step: Int64) -> Int {
        let rest = Int(step % Int64(counters))
        return rest < 0 ? rest + counters : rest
    }

    /// When fewer requests will count than `limit`, and fewer than now: the soonest moment at which `remaining` grows.
    ///
    /// - Parameters:
    ///   - counts: The counters, of which `newest` is the last step counted in.
    ///   - used: Their sum.
    func growsAt(_ counts: ArraySlice<UInt32>, newest: Int64, used: Int, limit: Int) -> Int64 {
        var left = used
        for step in (newest - Self.steps)...newest {
            let count = Int(counts[counts.startIndex + Self.place(step)])
            left -= count
            if count > 0, left < limit { return forgets(step) }
        }
        return forgets(newest)
    }
}
