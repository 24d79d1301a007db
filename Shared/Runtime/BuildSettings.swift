package import SharedConfig
package import SharedDomain

/// Which build this is, as far as whoever built or started it says; `/version` shows it.
package enum BuildSettings {
    /// The version of the release.
    package static let version = "0.1.0"

    package static let revision = Setting<String?>(
        "BUILD_REVISION", .optional(.string), default: nil, describedAs: "none",
        summary: "The revision of the source that was built, as /version shows it")
    package static let time = Setting<Instant?>(
        "BUILD_TIME", .optional(.instant), default: nil, describedAs: "none",
        summary: "When it was built, as /version shows it")

    /// Both, for a service's catalogue.
    package static let group = SettingsGroup("Build", revision, time)
}

extension SettingKind where Value == Instant {
    /// An RFC 3339 instant.
    fileprivate static var instant: Self {
        SettingKind(
            expected: "an RFC 3339 instant such as 2026-10-30T15:00:00Z", parse: { Instant($0) },
            format: { $0.description })
    }
}
