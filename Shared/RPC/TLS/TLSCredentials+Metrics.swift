import SharedDomain
package import SharedTelemetry

extension TLSCredentials {
    /// Declares `rpc_certificate_expiry_timestamp_seconds`.
    package func register(in registry: MetricsRegistry) {
        registry.collect(
            "rpc_certificate_expiry_timestamp_seconds",
            "When the certificate of this service, and the first of the trusted authorities, expire; seconds since 1970.",
            kind: .gauge, labels: ["certificate"]
        ) {
            [
                MetricSample(labels: ["own"], value: Double(self.certificateExpiry.seconds)),
                MetricSample(labels: ["authority"], value: Double(self.authorityExpiry.seconds)),
            ]
        }
    }
}
