import Synchronization

/// Observations counted in buckets, with their sum.
package final class Histogram: Sendable {
    /// What a scrape reads: consistent in itself.
    struct Reading: Sendable {
        /// Of each bucket alone; the last is the one without an upper bound.
        var counts: [Int]
        var sum = 0.0
    }

    private let bounds: [Double]
    private let content: Mutex<Reading>

    init(bounds: [Double]) {
        self.bounds = bounds
        content = Mutex(Reading(counts: Array(repeating: 0, count: bounds.count + 1)))
    }

    /// Counts one observation, in the family's unit (seconds or bytes). What is not a number is not counted.
    package func observe(_ value: Double) {
        guard !value.isNaN else { return }
        let index = bucket(of: value)
        content.withLock { reading in
            reading.counts[index] += 1
            reading.sum += value
        }
    }

    /// Counts one duration, in seconds.
    package func observe(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        observe(Double(seconds) + Double(attoseconds) / 1e18)
    }

    var reading: Reading { content.withLock { $0 } }

    /// The first bucket whose upper bound, which belongs to it, is not below the value.
    private func bucket(of value: Double) -> Int {
        var low = 0
        var high = bounds.count
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The histograms of one name.
package final class HistogramFamily: Sendable {
    /// Upper bounds in seconds that suit an answer from memory (0.1 ms) as well as one from a slow source (10 s).
    package static let secondsBuckets: [Double] = [
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    let shape: MetricShape
    private let series: LabelledSeries<Histogram>

    init(_ shape: MetricShape) {
        self.shape = shape
        series = LabelledSeries(labelCount: shape.labels.count) { [buckets = shape.buckets] in
            Histogram(bounds: buckets)
        }
    }

    /// The histogram with these label values, in the order of the family's labels: a handle to keep where it is cheap to.
    package func with(_ values: String...) -> Histogram { series.series(values) }
}

extension HistogramFamily: MetricFamily {
    func write(to text: inout ExpositionText) async {
        let bounds = shape.buckets.map(ExpositionText.number) + [ExpositionText.number(.infinity)]
        for (values, histogram) in series.sorted {
            let reading = histogram.reading
            var total = 0
            for (bound, count) in zip(bounds, reading.counts) {
                total += count
                text.sample(shape.name + "_bucket", zip(shape.labels + ["le"], values + [bound]), "\(total)")
            }
            text.sample(shape.name + "_sum", zip(shape.labels, values), ExpositionText.number(reading.sum))
            text.sample(shape.name + "_count", zip(shape.labels, values), "\(total)")
        }
    }
}
