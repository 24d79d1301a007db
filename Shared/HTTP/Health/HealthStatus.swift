/// How well something does.
package enum HealthStatus: String, Sendable, CaseIterable, JSONRepresentable {
    /// As it should be.
    case healthy
    /// It answers, but not with everything or not with the newest.
    case degraded
    /// It cannot answer.
    case unhealthy
}
