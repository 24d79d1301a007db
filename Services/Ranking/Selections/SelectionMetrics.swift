import SharedTelemetry

/// What becomes of selections, and how long their transactions take.
struct SelectionMetrics: Sendable {
    private let recordedTotal: Counter
    private let repeatedTotal: Counter
    private let refusedTotal: Counter
    private let commitSeconds: Histogram

    init(_ registry: MetricsRegistry = MetricsRegistry()) {
        let outcomes = registry.counter(
            "ranking_selections_total",
            "Selections by what became of them: recorded, repeated (their idempotency key came before), or refused (the "
                + "key of another request, or not stored).", labels: ["outcome"])
        recordedTotal = outcomes.with("recorded")
        repeatedTotal = outcomes.with("repeated")
        refusedTotal = outcomes.with("refused")
        commitSeconds = registry.histogram(
            "ranking_selection_commit_seconds", "How long a transaction of selections took until it was durable."
        ).with()
    }

    /// Counts a transaction and what became of each selection in it.
    func committed(_ outcomes: [SelectionOutcome], in duration: Duration) {
        commitSeconds.observe(duration)
        for outcome in outcomes {
            switch outcome {
            case .recorded: recordedTotal.add()
            case .repeated: repeatedTotal.add()
            case .keyReused: refusedTotal.add()
            }
        }
    }

    /// Counts selections that were not stored.
    func refused(_ count: Int = 1) {
        refusedTotal.add(count)
    }
}
