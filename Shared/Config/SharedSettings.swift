package import Foundation

/// The settings that every service reads, each declared once.
package enum SharedSettings {
    /// Where this runs.
    package static let environment = Setting<DeploymentEnvironment>(
        "ENVIRONMENT", .choice, default: .local, summary: "Where this runs")
    /// The folder of the stores; each service has its own file in it.
    package static let dataDirectory = Setting<URL>(
        "DATA_DIR", .directory, default: URL(filePath: "./data", directoryHint: .isDirectory), describedAs: "./data",
        summary: "The folder that holds the stores, made if it is missing; each service keeps its own file there")
    /// The address to listen on, for HTTP and gRPC.
    package static let bindHost = Setting<String>(
        "BIND_HOST", .ipAddress, default: "127.0.0.1",
        summary: "The address that HTTP and gRPC listen on; 0.0.0.0 for every interface")
    /// The least severe level that is logged.
    package static let logLevel = EnvironmentSetting<CommonConfig.LogLevel>(
        "LOG_LEVEL", .choice, defaults: ByEnvironment(local: .info, dev: .debug, staging: .info, prod: .info),
        summary: "The least severe messages that are logged")
    /// How log lines look: for a person, or for a program.
    package static let logFormat = EnvironmentSetting<CommonConfig.LogFormat>(
        "LOG_FORMAT", .choice, defaults: ByEnvironment(local: .text, dev: .json, staging: .json, prod: .json),
        summary: "How log lines look")
    /// The zone of the business day and of every window of days.
    package static let businessTimeZone = Setting<TimeZone>(
        "BUSINESS_TIME_ZONE", .timeZone, default: TimeZone(identifier: "Asia/Seoul") ?? .gmt,
        summary: "The zone whose midnight begins the business day and every ranking window")
    /// The optional settings file.
    package static let configFile = Setting<URL?>(
        "CONFIG_FILE", .optional(.file), default: nil,
        summary:
            "A file of NAME=value lines with more of these settings; the environment wins over it; can only be set "
            + "in the environment")
    /// How long a stop waits for what is under way.
    package static let shutdownTimeout = Setting<Duration>(
        "SHUTDOWN_TIMEOUT_SECONDS", .seconds(in: 1...300), default: .seconds(10),
        summary: "How long a stop waits for requests and deliveries that are under way")

    /// The largest request body.
    package static let httpMaxBodyBytes = Setting<Int>(
        "HTTP_MAX_BODY_BYTES", .int(in: 1024...67_108_864), default: 1_048_576,
        summary: "The largest request body; a larger one is answered with 413")
    /// The most connections at one time.
    package static let httpMaxConnections = Setting<Int>(
        "HTTP_MAX_CONNECTIONS", .int(in: 1...1_000_000), default: 12_000,
        summary: "The most HTTP connections at one time; more wait until one closes")
    /// How long a connection may be silent.
    package static let httpIdleTimeout = Setting<Duration>(
        "HTTP_IDLE_TIMEOUT_SECONDS", .seconds(in: 1...3600), default: .seconds(60),
        summary: "How long an HTTP connection may be silent before it is closed")
    /// How long a request may take.
    package static let httpRequestTimeout = Setting<Duration>(
        "HTTP_REQUEST_TIMEOUT_SECONDS", .seconds(in: 1...600), default: .seconds(30),
        summary: "How long an HTTP request may take before it is given up")

    /// Names that a settings file may hold whichever service reads it, so that the four can share one file: the ports and
    /// addresses of all, and what only one of them reads. A test compares the latter with the services' catalogues.
    package static let namesOfEveryService = Set(ServiceAddressSettings.all.flatMap(\.names)).union([
        "BASKETS_FILE", "CHART_MINIMUM_USERS", "COUNT_ONCE_PER_DAY", "DELIVERY_TIMEOUT_SECONDS", "ECB_BASE_URL",
        "ECB_TIMEOUT_SECONDS", "EXECUTION_MODE", "IDEMPOTENCY_RETENTION_SECONDS", "INGEST_INTERVAL_SECONDS",
        "INGEST_MAX_JUMP_PERCENT", "INGEST_SOURCES", "INTRADAY_DAYS", "KEXIM_API_KEY", "KEXIM_API_KEY_FILE",
        "KEXIM_BASE_URL", "KEXIM_TIMEOUT_SECONDS", "OUTBOX_RETENTION_DAYS", "PRICE_MAX_AGE_DAYS", "PRIVACY_KEY",
        "PRIVACY_KEY_FILE", "RATE_CACHE_SECONDS", "RATE_DISAGREEMENT_PERCENT", "RATE_SOURCES", "RATE_SOURCES_BY_PAIR",
        "SEED_DATA", "STREAM_MAX_CLIENTS", "TRANSFER_SPREAD_PERCENT",
    ])

    /// What a service shares with the others, to which it adds its own groups.
    ///
    /// - Parameters:
    ///   - service: Whose ports these are.
    ///   - peers: The services it calls.
    package static func catalog(
        for service: ServiceAddressSettings, peers: [ServiceAddressSettings]
    ) -> SettingsCatalog {
        let addresses: [any SettingDefinition] =
            [service.httpPort, service.grpcPort]
            + peers.flatMap { [$0.address, $0.grpcPort] as [any SettingDefinition] }
        return SettingsCatalog(
            [
                SettingsGroup(
                    "General", environment, dataDirectory, bindHost, logLevel, logFormat, businessTimeZone, configFile,
                    shutdownTimeout),
                SettingsGroup("Ports and addresses", addresses),
                SettingsGroup(
                    "HTTP limits", httpMaxBodyBytes, httpMaxConnections, httpIdleTimeout, httpRequestTimeout),
                ConnectionSettings.group,
                CachingConfig.group, CrossOriginConfig.group,
            ] + AccessSettings.groups + [RPCSecuritySettings.group, TelemetryConfig.group])
    }
}
