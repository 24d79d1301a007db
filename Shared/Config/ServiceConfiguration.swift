/// All that one process is told at start: the settings it declares and the typed value it makes of them.
package protocol ServiceConfiguration: Sendable {
    /// Every setting that `init(_:)` reads.
    static var catalog: SettingsCatalog { get }

    /// Takes the values out of the checked settings.
    ///
    /// - Throws: What is wrong with settings that are each well-formed but don't go together.
    init(_ settings: Settings) throws(ConfigurationProblems)
}

extension ServiceConfiguration {
    /// Reads, checks and builds the configuration.
    ///
    /// - Throws: Every problem that was found.
    package static func read(from reader: SettingsReader) throws(ConfigurationProblems) -> Self {
        try Self(reader.read(catalog))
    }
}
