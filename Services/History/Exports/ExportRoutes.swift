import SharedHTTP

/// What other tools read: under `/export`, each in the form of its readers and not in the envelope.
struct ExportRoutes: Sendable {
    let memory: SeriesMemory

    /// All of them.
    var routes: [Route] {
        [ReferenceFileRoute(memory: memory).route, ReferenceDayRoute(memory: memory).route]
            + PriceForm.allCases.map { PriceFileRoute(memory: memory, form: $0).route }
    }
}
