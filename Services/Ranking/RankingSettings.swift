package import SharedConfig

/// The settings that only the ranking service reads.
package enum RankingSettings {
    /// Whether a user counts once per country and day.
    package static let countOncePerDay = Setting<Bool>(
        "COUNT_ONCE_PER_DAY", .bool, default: true,
        summary: "Whether a user counts once per country and day; false counts every selection")
    /// How many different users a country needs to enter a chart.
    package static let chartMinimumUsers = Setting<Int>(
        "CHART_MINIMUM_USERS", .int(in: 1...1_000_000), default: 1,
        summary: "How many different users a country needs to enter a chart")
    /// What users, sessions, addresses and user agents are hashed with.
    package static let privacyKey = Setting<PrivacyKey?>(
        "PRIVACY_KEY", .optional(.privacyKey), default: nil,
        describedAs: "a key made at the first start and kept in DATA_DIR, in ranking-privacy.key", isSecret: true,
        summary:
            "The secret that users, sessions, addresses and user agents are hashed with. A new one makes everybody a "
            + "new user")
    /// How long an idempotency key is remembered.
    package static let idempotencyRetention = Setting<Duration>(
        "IDEMPOTENCY_RETENTION_SECONDS", .seconds(in: 60...2_592_000), default: .seconds(86_400),
        summary: "How long an Idempotency-Key is remembered; after that the same key is a new selection")
    /// How long rates are shown before currency is asked again.
    package static let rateLifetime = Setting<Duration>(
        "RATE_CACHE_SECONDS", .seconds(in: 1...3600), default: .seconds(30),
        summary: "How long the rates beside a chart are kept before currency is asked again")

    /// All of them, as help and documentation show them.
    package static let group = SettingsGroup(
        "Ranking", countOncePerDay, chartMinimumUsers, privacyKey, idempotencyRetention, rateLifetime)
}

extension SettingKind where Value == PrivacyKey {
    /// A secret long enough not to be guessed.
    fileprivate static var privacyKey: Self {
        Self(
            expected:
                "at least \(PrivacyKey.minimumSecretCharacters) characters, such as `openssl rand -hex 32` prints",
            parse: { PrivacyKey(secret: $0) },
            format: { _ in "(secret)" })
    }
}
