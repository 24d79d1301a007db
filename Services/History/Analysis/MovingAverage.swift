/// Averages that move along a series of values, one for each value: nil as long as there are too few before it.
enum MovingAverage {
    /// The mean of each value and those before it, `count` in all.
    ///
    /// Each is summed on its own, so that none carries the rounding of the ones before.
    static func simple(_ values: [Double], over count: Int) -> [Double?] {
        guard count > 0 else { return values.map { _ in nil } }
        return values.indices.map { place in
            place + 1 < count ? nil : values[(place + 1 - count)...place].reduce(0, +) / Double(count)
        }
    }

    /// The exponential average of the field: it begins with the simple average of the first `count` values, and each
    /// further value moves it by 2 ÷ (count + 1) of the distance.
    static func exponential(_ values: [Double], over count: Int) -> [Double?] {
        var averages: [Double?] = []
        averages.reserveCapacity(values.count)
        var average = ExponentialAverage(over: count)
        for value in values { averages.append(average.add(value)) }
        return averages
    }
}

/// An exponential average that is given one value after another.
struct ExponentialAverage: Sendable {
    /// The average after the last value; nil of fewer than `count` values.
    private(set) var value: Double?
    private let count: Int
    private var sum = 0.0
    private var taken = 0

    /// - Parameter count: how many values it begins with; at least 1.
    init(over count: Int) {
        self.count = max(1, count)
    }

    /// Takes the next value in, and gives the average after it.
    mutating func add(_ next: Double) -> Double? {
        if let average = value {
            value = average + (next - average) * 2 / Double(count + 1)
        } else {
            sum += next
            taken += 1
            if taken == count { value = sum / Double(count) }
        }
        return value
    }
}
