package import SharedHTTP

/// What a service says of itself when its health is asked for; the host adds what every service has.
package struct ServiceReport: Sendable {
    /// How fresh what it holds is: names and values of its own.
    package var freshness: [HealthReport.Freshness]
    /// Whether it answers with less, or with older things, than it should.
    package var isDegraded: Bool
    /// How the flow of events is.
    package var messaging: HealthStatus

    package init(
        freshness: [HealthReport.Freshness] = [], isDegraded: Bool = false, messaging: HealthStatus = .healthy
    ) {
        self.freshness = freshness
        self.isDegraded = isDegraded
        self.messaging = messaging
    }
}
