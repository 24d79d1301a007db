package import SharedDomain

/// What is running: answered by `/version`, and in part by `/health`.
package struct BuildInformation: Sendable {
    /// The service's name, such as `currency-service`.
    package let service: String
    /// The version of the release.
    package let version: String
    /// The revision it was built from, nil if that is not known.
    package let revision: String?
    /// When it was built, nil if that is not known.
    package let builtAt: Instant?
    /// Where it runs: local, dev, staging or prod.
    package let environment: String

    /// A description of what is running.
    package init(service: String, version: String, revision: String?, builtAt: Instant?, environment: String) {
        self.service = service
        self.version = version
        self.revision = revision
        self.builtAt = builtAt
        self.environment = environment
    }
}

extension BuildInformation: JSONRepresentable {
    /// The data of `/version`.
    package func write(into writer: inout JSONWriter) {
        writer.object { object in
            object.member("service", service)
            object.member("version", version)
            object.member("api_version", SuccessEnvelope.version)
            object.member("git_revision", revision)
            object.member("build_time", builtAt)
            object.member("environment", environment)
        }
    }
}
