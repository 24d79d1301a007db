/// The relative strength index of J. Welles Wilder, "New Concepts in Technical Trading Systems" (1978): 0 to 100.
enum RelativeStrength {
    /// The index at each value: 100 × average gain ÷ (average gain + average loss). The averages begin as the means of
    /// the first `count` changes, and each further change is smoothed in by Wilder's 1 ÷ count.
    ///
    /// Nil as long as there are fewer than `count` changes, and where nothing has moved: where gain and loss together
    /// are no more than binary64 tells apart in the value.
    static func index(_ values: [Double], over count: Int) -> [Double?] {
        var indices: [Double?] = []
        indices.reserveCapacity(values.count)
        var (gain, loss) = (0.0, 0.0)
        for place in values.indices {
            guard place > 0, count > 0 else {
                indices.append(nil)
                continue
            }
            let change = values[place] - values[place - 1]
            if place <= count {
                gain += max(change, 0) / Double(count)
                loss += max(-change, 0) / Double(count)
            } else {
                gain += (max(change, 0) - gain) / Double(count)
                loss += (max(-change, 0) - loss) / Double(count)
            }
            let hasMoved = gain + loss > values[place].ulp
            indices.append(place >= count && hasMoved ? 100 * gain / (gain + loss) : nil)
        }
        return indices
    }
}
