/// What an idempotency key stands for: the request it was first sent with.
struct IdempotencyClaim: Sendable, Hashable {
    let key: KeyedDigest
    /// Of everything that makes two requests the same.
    let request: KeyedDigest
}
