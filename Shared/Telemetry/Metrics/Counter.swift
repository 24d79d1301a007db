import Synchronization

/// A number that only grows.
package final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    init() {}

    /// Adds to it; a negative amount is a mistake, and adds nothing.
    package func add(_ amount: Int = 1) {
        guard amount > 0 else { return }
        count.wrappingAdd(amount, ordering: .relaxed)
    }

    /// The sum so far.
    package var value: Int { count.load(ordering: .relaxed) }
}

/// The counters of one name.
package final class CounterFamily: Sendable {
    let shape: MetricShape
    private let series: LabelledSeries<Counter>

    init(_ shape: MetricShape) {
        self.shape = shape
        series = LabelledSeries(labelCount: shape.labels.count) { Counter() }
    }

    /// The counter with these label values, in the order of the family's labels: a handle to keep where it is cheap to.
    package func with(_ values: String...) -> Counter { series.series(values) }
}

extension CounterFamily: MetricFamily {
    func write(to text: inout ExpositionText) async {
        for (values, counter) in series.sorted {
            text.sample(shape.name, zip(shape.labels, values), "\(counter.value)")
        }
    }
}
