/// Settings that were checked: every declared one has a value of its type.
///
/// A service's configuration is built from it by name: `try settings[CurrencySettings.cacheSize]`.
package struct Settings: Sendable {
    private let declared: Set<String>
    private let given: [String: String]
    private let environment: DeploymentEnvironment

    /// - Parameter given: Accepted texts by name.
    init(declared: Set<String>, given: [String: String]) {
        self.declared = declared
        self.given = given
        let place = SharedSettings.environment
        self.environment =
            place.value(of: given[place.name], in: place.defaultValue) ?? place.defaultValue
    }

    /// The value of a setting.
    ///
    /// - Throws: Only for a setting that is not in the catalogue that was read, which is a mistake of the program.
    package subscript<Definition: SettingDefinition>(_ setting: Definition) -> Definition.Value {
        get throws(ConfigurationProblems) {
            guard declared.contains(setting.name), let value = setting.value(of: given[setting.name], in: environment)
            else {
                throw ConfigurationProblems(.undeclared(setting.name))
            }
            return value
        }
    }
}
