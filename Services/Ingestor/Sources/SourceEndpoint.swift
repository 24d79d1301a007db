import Foundation
import SharedConfig

/// Where a source is found over the network, and with what key.
package struct SourceEndpoint: Sendable, Hashable {
    /// How long a call may take unless a setting says otherwise.
    package static let defaultTimeout = Duration.seconds(10)

    /// Where its paths begin, without a slash at the end.
    package var base: String
    /// Never in a log, an error or the archive.
    package var apiKey: String?
    /// How long one call may take.
    package var timeout: Duration

    /// An endpoint given by hand.
    package init(base: String, apiKey: String? = nil, timeout: Duration = SourceEndpoint.defaultTimeout) {
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        self.apiKey = apiKey
        self.timeout = timeout
    }

    /// Where a path has the key.
    static let keyMark = "{key}"

    /// The address of a path, with the key where it has the mark.
    func url(_ path: String) -> String {
        "\(base)/\(path.replacingOccurrences(of: Self.keyMark, with: encodedKey))"
    }

    /// The same for others to see.
    func urlWithoutKey(_ path: String) -> String {
        "\(base)/\(path.replacingOccurrences(of: Self.keyMark, with: "***"))"
    }

    /// The key as an address has it: everything but RFC 3986's unreserved characters as %XX.
    var encodedKey: String {
        (apiKey ?? "").addingPercentEncoding(withAllowedCharacters: Self.unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}

/// What a source that is asked over the network lets one set: `<SOURCE>_BASE_URL`, `<SOURCE>_TIMEOUT_SECONDS`, and
/// `<SOURCE>_API_KEY` where it wants one.
struct SourceEndpointSettings: Sendable {
    let source: String
    let baseURL: Setting<String>
    let timeout: Setting<Duration>
    /// Nil for a source that is open to all.
    let apiKey: Setting<String?>?

    init(_ source: String, base: String, needsKey: Bool = false) {
        let prefix = source.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
        self.source = source
        baseURL = Setting(
            "\(prefix)_BASE_URL", .urlText, default: base, summary: "Where the files of the source \(source) are found")
        timeout = Setting(
            "\(prefix)_TIMEOUT_SECONDS", .seconds(in: 1...300), default: SourceEndpoint.defaultTimeout,
            summary: "How long one call to the source \(source) may take")
        apiKey =
            needsKey
            ? Setting(
                "\(prefix)_API_KEY", .optional(.nonEmpty), default: nil, isSecret: true,
                summary: "The key for the source \(source)") : nil
    }

    var all: [any SettingDefinition] { [baseURL, timeout] + (apiKey.map { [$0] } ?? []) }

    /// Where it is when nothing is set.
    var defaultEndpoint: SourceEndpoint { SourceEndpoint(base: baseURL.defaultValue) }

    /// Where a source is that is to be collected from.
    /// - Throws: when it wants a key and none is set.
    func endpoint(_ settings: Settings) throws(ConfigurationProblems) -> SourceEndpoint {
        var endpoint = SourceEndpoint(base: try settings[baseURL], timeout: try settings[timeout])
        if let apiKey {
            guard let key = try settings[apiKey] else {
                throw ConfigurationProblems(
                    ConfigurationProblem(
                        apiKey.name,
                        "is not set, and INGEST_SOURCES names \(source): set it, or \(apiKey.name)_FILE to the path of "
                            + "a file that holds it, or remove \(source) from INGEST_SOURCES."))
            }
            endpoint.apiKey = key
        }
        return endpoint
    }
}

extension SettingKind where Value == String {
    /// What `SettingKind<URL>.url` accepts, kept as text.
    fileprivate static var urlText: Self {
        let url = SettingKind<URL>.url
        return Self(expected: url.expected, parse: { url.parse($0)?.absoluteString }, format: { $0 })
    }
}
