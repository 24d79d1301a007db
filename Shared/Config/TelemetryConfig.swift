package import Foundation

/// Where traces go, and how many of them.
package struct TelemetryConfig: Sendable, Hashable {
    /// Where spans are sent, over OTLP/HTTP.
    package static let endpoint = Setting<URL?>(
        "OTLP_ENDPOINT", .optional(.url), default: nil,
        summary:
            "Where traces are sent over OTLP/HTTP (/v1/traces is appended), such as http://127.0.0.1:4318; without it "
            + "none are")
    /// How many of a hundred traces that begin here are recorded.
    package static let samplePercent = EnvironmentSetting<Int>(
        "TRACE_SAMPLE_PERCENT", .int(in: 0...100), defaults: ByEnvironment(local: 100, dev: 100, staging: 10, prod: 1),
        summary: "How many of a hundred traces that begin here are recorded; a caller's own decision is followed")

    /// Both, for help and documentation.
    static let group = SettingsGroup("Tracing", endpoint, samplePercent)

    /// Where spans are sent; nil sends none.
    package var endpoint: URL?
    /// How many of a hundred traces that begin here are recorded.
    package var samplePercent: Int

    /// A configuration made by hand: nothing is sent.
    package init(endpoint: URL? = nil, samplePercent: Int = 100) {
        self.endpoint = endpoint
        self.samplePercent = samplePercent
    }

    /// Takes the values out of the checked settings.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        self.init(endpoint: try settings[Self.endpoint], samplePercent: try settings[Self.samplePercent])
    }
}
