import Synchronization

/// The metrics of one service: several services in one process do not mix theirs.
///
/// Families are declared when the service starts, where a wrong name ends it (`MetricShape.problem` has the rules). To
/// declare one again in the same way gives the same family.
package final class MetricsRegistry: Sendable {
    /// The `Content-Type` of an exposition.
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private let families = Mutex<[String: any MetricFamily]>([:])

    /// A registry without metrics.
    package init() {}

    /// Numbers that only grow; the name ends in `_total`.
    package func counter(_ name: String, _ help: String, labels: [String] = []) -> CounterFamily {
        family(MetricShape(name, help, .counter, labels: labels)) { CounterFamily($0) }
    }

    /// Numbers that go up and down.
    package func gauge(_ name: String, _ help: String, labels: [String] = []) -> GaugeFamily {
        family(MetricShape(name, help, .gauge, labels: labels)) { GaugeFamily($0) }
    }

    /// Distributions; `buckets` are upper bounds, rising, in the unit that the name ends in.
    package func histogram(
        _ name: String, _ help: String, labels: [String] = [], buckets: [Double] = HistogramFamily.secondsBuckets
    ) -> HistogramFamily {
        family(MetricShape(name, help, .histogram, labels: labels, buckets: buckets)) { HistogramFamily($0) }
    }

    /// Values that are held elsewhere, read when they are asked for: queue depths, sizes. Several readers of one name
    /// add up to one family; of samples with the same labels the first counts.
    ///
    /// - Parameter kind: A gauge or a counter.
    package func collect(
        _ name: String, _ help: String, kind: MetricKind, labels: [String] = [],
        _ read: @escaping @Sendable () async -> [MetricSample]
    ) {
        precondition(kind != .histogram, "\(name): a histogram cannot be collected")
        family(MetricShape(name, help, kind, labels: labels)) { CollectedFamily($0) }.add(read)
    }

    /// All metrics as text (`contentType`), families in the order of their names, those without a series left out.
    package func exposition() async -> String {
        var whole = ExpositionText()
        for (_, family) in families.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            var samples = ExpositionText()
            await family.write(to: &samples)
            guard !samples.text.isEmpty else { continue }
            whole.head(family.shape)
            whole.append(samples)
        }
        return whole.text
    }

    @discardableResult
    private func family<Family: MetricFamily>(
        _ shape: MetricShape, _ make: @Sendable (_ shape: MetricShape) -> Family
    ) -> Family {
        let problem = shape.problem
        precondition(problem == nil, "metric \(shape.name): \(problem ?? "")")
        let known = families.withLock { families -> (any MetricFamily)? in
            if let known = families[shape.name] { return known }
            families[shape.name] = make(shape)
            return families[shape.name]
        }
        guard let family = known as? Family, family.shape == shape else {
            preconditionFailure("metric \(shape.name): declared before in another way")
        }
        return family
    }
}
