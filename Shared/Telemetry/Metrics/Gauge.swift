import Synchronization

/// A number that goes up and down.
package final class Gauge: Sendable {
    /// The bit pattern of the value: there is no atomic Double.
    private let bits = Atomic<UInt64>(0)

    init() {}

    /// Makes it this value, in the family's unit.
    package func set(_ value: Double) {
        bits.store(value.bitPattern, ordering: .relaxed)
    }

    /// Adds to it; a negative amount takes away.
    package func add(_ amount: Double) {
        var known = bits.load(ordering: .relaxed)
        while true {
            let wanted = (Double(bitPattern: known) + amount).bitPattern
            let (exchanged, original) = bits.weakCompareExchange(
                expected: known, desired: wanted, ordering: .relaxed)
            if exchanged { return }
            known = original
        }
    }

    /// The value now.
    package var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }
}

/// The gauges of one name.
package final class GaugeFamily: Sendable {
    let shape: MetricShape
    private let series: LabelledSeries<Gauge>

    init(_ shape: MetricShape) {
        self.shape = shape
        series = LabelledSeries(labelCount: shape.labels.count) { Gauge() }
    }

    /// The gauge with these label values, in the order of the family's labels: a handle to keep where it is cheap to.
    package func with(_ values: String...) -> Gauge { series.series(values) }
}

extension GaugeFamily: MetricFamily {
    func write(to text: inout ExpositionText) async {
        for (values, gauge) in series.sorted {
            text.sample(shape.name, zip(shape.labels, values), ExpositionText.number(gauge.value))
        }
    }
}
