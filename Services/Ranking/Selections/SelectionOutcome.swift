/// What became of a selection.
enum SelectionOutcome: Sendable, Hashable {
    /// It is stored under this identity now.
    case recorded(SelectionID)
    /// It was stored under this identity when its idempotency key came for the first time.
    case repeated(SelectionID)
    /// Its idempotency key belongs to another request; nothing is stored.
    case keyReused
}
