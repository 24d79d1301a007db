/// What became of a selection.
enum SelectionOutcome: Sendable, Hashable {
    /// It is stored under this identity: now, or when its idempotency key came for the first time.
    case recorded(SelectionID)
    /// Its idempotency key belongs to another request; nothing is stored.
    case keyReused
}
