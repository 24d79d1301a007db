package import Logging
package import SharedDatabase
package import SharedDomain
package import SharedMessaging
package import SharedTelemetry

/// What a service is given by whoever starts it: an executable, or a test.
package struct HostEnvironment: Sendable {
    package var logger: Logger
    package var time: TimeSource
    /// Whether the store is checked from end to end before it is used.
    package var checksIntegrity: Bool
    /// Whether SIGTERM and SIGINT stop the service. A test stops it by hand.
    package var stopsOnSignals: Bool
    /// Where a test makes it crash.
    package var faults: FaultInjector
    /// The service's metrics, its own even where several run in one process.
    package var metrics: MetricsRegistry

    package init(
        logger: Logger, time: TimeSource = .system, checksIntegrity: Bool = false, stopsOnSignals: Bool = false,
        faults: @escaping FaultInjector = noFaults, metrics: MetricsRegistry = MetricsRegistry()
    ) {
        self.faults = faults
        self.metrics = metrics
        self.logger = logger
        self.time = time
        self.checksIntegrity = checksIntegrity
        self.stopsOnSignals = stopsOnSignals
    }

    /// Opens the store of a service, bringing it to the newest shape.
    /// - Throws: `StoreError`, which says what to do.
    package func openStore(
        of identity: ServiceIdentity, _ config: HostConfig, migrations: [Migration]
    ) throws -> Store {
        try Store.open(
            at: config.storePath(of: identity),
            named: identity.executable, migrations: migrations, checkIntegrity: checksIntegrity,
            logger: logger, time: time)
    }
}
