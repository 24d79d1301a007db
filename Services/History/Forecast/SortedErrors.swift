/// Sizes of errors in ascending order.
struct SortedErrors: Sendable {
    private(set) var values: [Double] = []

    init(_ values: [Double] = []) {
        self.values = values.sorted()
    }

    mutating func insert(_ value: Double) {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle] < value {
                low = middle + 1
            } else {
                high = middle
            }
        }
        values.insert(value, at: low)
    }

    /// The size that a part of the errors does not exceed: the sixth definition of Hyndman and Fan ("Sample Quantiles
    /// in Statistical Packages", The American Statistician 50, 1996), which puts the k-th of n at k ÷ (n + 1). A new
    /// error that is like these, independent of them, stays within it in just that part of all cases. 0 of none.
    func quantile(_ part: Double) -> Double {
        guard let first = values.first, let last = values.last else { return 0 }
        let rank = part * Double(values.count + 1)
        guard rank > 1 else { return first }
        guard rank < Double(values.count) else { return last }
        let place = Int(rank)
        return values[place - 1] + (rank - Double(place)) * (values[place] - values[place - 1])
    }
}
