/// The bounds of the HTTP edge, the same for every service.
package struct HTTPLimitsConfig: Sendable, Hashable {
    /// The largest request body, in bytes.
    package var maxBodyBytes: Int
    /// The most connections at one time.
    package var maxConnections: Int
    /// How long a connection may be silent.
    package var idleTimeout: Duration
    /// How long a request may take.
    package var requestTimeout: Duration

    /// Bounds given by hand; what is left out has the setting's default.
    package init(
        maxBodyBytes: Int = SharedSettings.httpMaxBodyBytes.defaultValue,
        maxConnections: Int = SharedSettings.httpMaxConnections.defaultValue,
        idleTimeout: Duration = SharedSettings.httpIdleTimeout.defaultValue,
        requestTimeout: Duration = SharedSettings.httpRequestTimeout.defaultValue
    ) {
        self.maxBodyBytes = maxBodyBytes
        self.maxConnections = maxConnections
        self.idleTimeout = idleTimeout
        self.requestTimeout = requestTimeout
    }

    /// Takes the values out of the checked settings.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        self.init(
            maxBodyBytes: try settings[SharedSettings.httpMaxBodyBytes],
            maxConnections: try settings[SharedSettings.httpMaxConnections],
            idleTimeout: try settings[SharedSettings.httpIdleTimeout],
            requestTimeout: try settings[SharedSettings.httpRequestTimeout])
    }
}
