import Synchronization

/// A family whose values others hold: they are read when it is asked for.
final class CollectedFamily: MetricFamily {
    typealias Read = @Sendable () async -> [MetricSample]

    let shape: MetricShape
    private let readers = Mutex<[Read]>([])

    init(_ shape: MetricShape) {
        self.shape = shape
    }

    func add(_ reader: @escaping Read) {
        readers.withLock { $0.append(reader) }
    }

    /// Of two samples with the same labels the first counts, because two make a scrape fail as a whole; so would one
    /// with another number of labels.
    func write(to text: inout ExpositionText) async {
        var values: [[String]: Double] = [:]
        for read in readers.withLock({ $0 }) {
            for sample in await read().prefix(LabelLimits.series) where sample.labels.count == shape.labels.count {
                guard values[sample.labels] == nil, values.count < LabelLimits.series else { continue }
                values[sample.labels] = sample.value
            }
        }
        for (labels, value) in values.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            text.sample(shape.name, zip(shape.labels, labels), ExpositionText.number(value))
        }
    }
}
