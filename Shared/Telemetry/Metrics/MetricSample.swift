/// One value of a family that is read when it is asked for.
package struct MetricSample: Sendable, Hashable {
    /// The values of the family's labels, in their order.
    package let labels: [String]
    /// The value, in the family's unit.
    package let value: Double

    /// A value with its labels.
    package init(labels: [String] = [], value: Double) {
        self.labels = labels
        self.value = value
    }
}
