/// Whose spans they are (OpenTelemetry semantic conventions, "Resource").
package struct TraceResource: Sendable, Hashable {
    /// Such as `currency`.
    package let service: String
    /// The service's version.
    package let version: String
    /// Such as `prod`.
    package let environment: String
    /// What tells this process from others of the service.
    package let instance: String

    /// A service as it runs somewhere.
    package init(service: String, version: String, environment: String, instance: String) {
        self.service = service
        self.version = version
        self.environment = environment
        self.instance = instance
    }

    /// The attributes by their conventional names.
    var attributes: [(key: String, value: SpanValue)] {
        [
            ("service.name", .string(service)), ("service.namespace", "currency-travel"),
            ("service.version", .string(version)), ("service.instance.id", .string(instance)),
            ("deployment.environment.name", .string(environment)),
        ]
    }
}
