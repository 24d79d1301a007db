/// A setting without which a service does not start.
package struct RequiredSetting<Value: Sendable>: SettingDefinition {
    /// The variable's name in the environment and in the settings file.
    package let name: String
    /// What it is for: a sentence without its full stop.
    package let summary: String
    /// What text it accepts.
    package let kind: SettingKind<Value>
    /// Whether the value is kept out of every message, and may come from the file that `<name>_FILE` names.
    package let isSecret: Bool

    /// Declares a setting that has no default.
    package init(_ name: String, _ kind: SettingKind<Value>, isSecret: Bool = false, summary: String) {
        self.name = name
        self.summary = summary
        self.kind = kind
        self.isSecret = isSecret
    }

    /// What help, documentation and checks need to know.
    package var declaration: SettingDeclaration {
        SettingDeclaration(name: name, summary: summary, defaultText: nil, isSecret: isSecret, accepting: kind)
    }

    /// What the kind makes of the text; nil without one.
    package func value(of text: String?, in environment: DeploymentEnvironment) -> Value? { text.flatMap(kind.parse) }
}
