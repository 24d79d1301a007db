/// What was built and where it runs.
package enum BuildInfo {
    /// Declares `currency_travel_build_info`, which is always 1 and has its say in its labels.
    package static func register(
        in registry: MetricsRegistry, service: String, version: String, revision: String, environment: String
    ) {
        registry.gauge(
            "currency_travel_build_info", "What was built and where it runs; always 1.",
            labels: ["service", "version", "revision", "environment"]
        ).with(service, version, revision, environment).set(1)
    }
}
