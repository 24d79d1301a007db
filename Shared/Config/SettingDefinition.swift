/// One named setting: a `Setting`, which has a default, an `EnvironmentSetting`, which has one for each place, or a
/// `RequiredSetting`, which has none.
package protocol SettingDefinition<Value>: Sendable {
    /// What the setting's text is turned into.
    associatedtype Value: Sendable

    /// The variable's name in the environment and in the settings file.
    var name: String { get }

    /// What help, documentation and checks need to know, without the type.
    var declaration: SettingDeclaration { get }

    /// The value for a text, or for the absence of one where the process runs; nil when there is none for it.
    func value(of text: String?, in environment: DeploymentEnvironment) -> Value?
}
