/// What one HTTP connection, and one client with its connections, may cost; the same for every service.
package struct ConnectionSettings: Sendable, Hashable {
    /// The most connections of one client.
    package static let maxPerClient = Setting<Int>(
        "HTTP_MAX_CONNECTIONS_PER_CLIENT", .int(in: 1...1_000_000), default: 256,
        summary:
            "The most HTTP connections at one time from one IPv4 address or IPv6 /64 network; more are closed. Not for "
            + "trusted proxies")
    /// How long the head of a request may take.
    package static let headTimeout = Setting<Duration>(
        "HTTP_HEAD_TIMEOUT_SECONDS", .seconds(in: 1...300), default: .seconds(10),
        summary: "How long the head of an HTTP request may take from its first byte, however regularly bytes come")
    /// How long a client may not read.
    package static let writeTimeout = Setting<Duration>(
        "HTTP_WRITE_TIMEOUT_SECONDS", .seconds(in: 1...3600), default: .seconds(30),
        summary: "How long a client may not read a byte of its answer before its HTTP connection is closed")
    /// The most requests ahead of their answers.
    package static let maxPipelined = Setting<Int>(
        "HTTP_MAX_PIPELINED_REQUESTS", .int(in: 1...1024), default: 64,
        summary: "The most HTTP requests a client may send ahead of their answers; then its connection is closed")
    /// How old a connection may become.
    package static let maxAgeSeconds = Setting<Int>(
        "HTTP_MAX_CONNECTION_AGE_SECONDS", .int(in: 0...604_800), default: 0,
        summary: "How old an HTTP connection may be before its next answer is its last; 0 is no bound")

    /// All of them, for help and documentation.
    package static let group = SettingsGroup(
        "HTTP connections", maxPerClient, headTimeout, writeTimeout, maxPipelined, maxAgeSeconds)

    /// The most connections of one client.
    package var maxPerClient: Int
    /// How long the head of a request may take.
    package var headTimeout: Duration
    /// How long a client may not read.
    package var writeTimeout: Duration
    /// The most requests ahead of their answers.
    package var maxPipelined: Int
    /// How old a connection may become; nil is no bound.
    package var maxAge: Duration?

    /// Bounds given by hand; what is left out has the setting's default.
    package init(
        maxPerClient: Int = Self.maxPerClient.defaultValue, headTimeout: Duration = Self.headTimeout.defaultValue,
        writeTimeout: Duration = Self.writeTimeout.defaultValue, maxPipelined: Int = Self.maxPipelined.defaultValue,
        maxAge: Duration? = nil
    ) {
        self.maxPerClient = maxPerClient
        self.headTimeout = headTimeout
        self.writeTimeout = writeTimeout
        self.maxPipelined = maxPipelined
        self.maxAge = maxAge
    }

    /// Takes the values out of the checked settings.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        let age = try settings[Self.maxAgeSeconds]
        self.init(
            maxPerClient: try settings[Self.maxPerClient], headTimeout: try settings[Self.headTimeout],
            writeTimeout: try settings[Self.writeTimeout], maxPipelined: try settings[Self.maxPipelined],
            maxAge: age > 0 ? .seconds(age) : nil)
    }
}
