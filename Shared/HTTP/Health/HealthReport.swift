package import SharedDomain

/// How a service does at one moment.
package struct HealthReport: Sendable {
    /// How a peer did when it was last asked.
    package struct Peer: Sendable {
        /// The peer's name, such as `history`.
        package let name: String
        /// How it did.
        package let status: HealthStatus
        /// How long it took to answer, in milliseconds; nil if it did not.
        package let responseMilliseconds: Double?
        /// When it was asked; nil if it never was.
        package let lastCheck: Instant?

        /// A peer as it was last seen.
        package init(name: String, status: HealthStatus, responseMilliseconds: Double?, lastCheck: Instant?) {
            self.name = name
            self.status = status
            self.responseMilliseconds = responseMilliseconds
            self.lastCheck = lastCheck
        }
    }

    /// A figure that says how fresh something is: a day, a moment, a number of seconds.
    package struct Freshness: Sendable {
        /// Its name.
        package let name: String
        /// Its value.
        package let value: any JSONRepresentable & Sendable

        /// A named figure.
        package init(_ name: String, _ value: some JSONRepresentable & Sendable) {
            self.name = name
            self.value = value
        }
    }

    /// Unhealthy means that the service cannot answer at all.
    package var status: HealthStatus
    /// Why the service is not ready to serve, nil once it is (migrated, loaded). For a person; nothing of the inside.
    package var notReady: String?
    /// The other services.
    package var peers: [Peer]
    /// The store.
    package var database: HealthStatus
    /// Delivery of events, to or from this service.
    package var messaging: HealthStatus
    /// How fresh the data is.
    package var freshness: [Freshness]

    /// A report; by default of a service that is healthy and ready.
    package init(
        status: HealthStatus = .healthy, notReady: String? = nil, peers: [Peer] = [],
        database: HealthStatus = .healthy, messaging: HealthStatus = .healthy, freshness: [Freshness] = []
    ) {
        self.status = status
        self.notReady = notReady
        self.peers = peers
        self.database = database
        self.messaging = messaging
        self.freshness = freshness
    }
}
