/// A selection on its way to the store.
struct SelectionEntry: Sendable {
    let selection: Selection
    /// Nil when the client gave no idempotency key.
    let claim: IdempotencyClaim?
}
