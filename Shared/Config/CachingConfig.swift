/// What is kept of answers that were given before.
package struct CachingConfig: Sendable, Hashable {
    /// Where what was learnt from other services is kept.
    package enum Durability: String, Sendable, CaseIterable {
        /// In memory: a restart asks again.
        case memory
        /// In the service's store too: a restart begins with what was known.
        case store
    }

    /// How much memory bodies may take.
    package static let bodyBytes = Setting<Int>(
        "HTTP_CACHE_BYTES", .int(in: 0...4_294_967_296), default: 67_108_864,
        summary: "How many bytes of answers are kept in memory to be given again; 0 keeps none")
    /// Whether what peers said outlives a restart.
    package static let durability = EnvironmentSetting<Durability>(
        "CACHE_DURABILITY", .choice,
        defaults: ByEnvironment(local: .memory, dev: .memory, staging: .store, prod: .store),
        summary:
            "Whether the last answers of other services are kept in memory only, or in the store too, so that they "
            + "outlive a restart")

    /// Both, for help and documentation.
    static let group = SettingsGroup("Caches", bodyBytes, durability)

    /// How many bytes of bodies are kept.
    package var bodyBytes: Int
    /// Where what peers said is kept.
    package var durability: Durability

    /// A configuration made by hand.
    package init(bodyBytes: Int = CachingConfig.bodyBytes.defaultValue, durability: Durability = .memory) {
        self.bodyBytes = bodyBytes
        self.durability = durability
    }

    /// Takes the values out of the checked settings.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        self.init(bodyBytes: try settings[Self.bodyBytes], durability: try settings[Self.durability])
    }
}
