/// What a metric's values mean: the `TYPE` of the exposition format.
package enum MetricKind: String, Sendable, Hashable {
    /// A number that only grows while the process lives.
    case counter
    /// A number that goes up and down.
    case gauge
    /// Observations counted in buckets.
    case histogram
}
