import SharedTelemetry

/// The figures of the ranking service that are read when they are asked for.
struct RankingMetrics {
    /// Declares them.
    static func register(_ writer: SelectionWriter, _ board: RateBoard, in registry: MetricsRegistry) {
        registry.collect(
            "ranking_selection_queue_depth", "Selections that wait to be written.", kind: .gauge
        ) {
            [MetricSample(value: Double(writer.waitingCount))]
        }
        registry.collect(
            "breaker_state", "1 for the state that a circuit breaker is in, 0 for the others.", kind: .gauge,
            labels: ["breaker", "state"]
        ) {
            let current = board.pause
            return RatePause.allCases.map { state in
                MetricSample(labels: ["currency_rates", state.rawValue], value: state == current ? 1 : 0)
            }
        }
    }
}
