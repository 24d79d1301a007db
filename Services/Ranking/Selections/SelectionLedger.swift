/// Where selections are written.
protocol SelectionLedger: Sendable {
    /// Writes the entries in one durable transaction, in order.
    ///
    /// - Returns: what became of each, in the same order.
    /// - Throws: `ServiceError`, and nothing of the batch is stored.
    func append(_ entries: [SelectionEntry]) async throws -> [SelectionOutcome]
}
