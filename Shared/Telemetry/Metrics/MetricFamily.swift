/// All series of one name.
protocol MetricFamily: Sendable {
    /// What it was declared to be.
    var shape: MetricShape { get }
    /// Writes the samples, in a fixed order.
    func write(to text: inout ExpositionText) async
}
