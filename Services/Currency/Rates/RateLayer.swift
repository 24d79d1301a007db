/// Where rates are looked for, in this order.
enum RateLayer: String, Sendable, CaseIterable {
    /// What this process holds.
    case memory
    /// The service's own store.
    case store
    /// The history service.
    case history
}
