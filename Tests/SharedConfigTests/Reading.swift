import Testing

@testable import SharedConfig

/// The problems of reading these settings, as sentences; empty when there are none.
func problems(
    reading settings: any SettingDefinition..., environment: [String: String], namesOfOthers: Set<String> = []
) -> [String] {
    let reader = SettingsReader(environment: environment, namesOfOthers: namesOfOthers)
    do {
        _ = try reader.read(SettingsCatalog([SettingsGroup("Test", settings)]))
        return []
    } catch {
        return error.problems.map(\.description)
    }
}

/// The value of one setting in an environment.
func value<Value: Sendable>(
    of setting: Setting<Value>, environment: [String: String]
) throws(ConfigurationProblems) -> Value {
    try SettingsReader(environment: environment).read(SettingsCatalog([SettingsGroup("Test", setting)]))[setting]
}
