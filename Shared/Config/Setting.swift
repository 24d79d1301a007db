/// A setting that need not be given.
package struct Setting<Value: Sendable>: SettingDefinition {
    /// The variable's name in the environment and in the settings file.
    package let name: String
    /// What it is for: a sentence without its full stop.
    package let summary: String
    /// What text it accepts.
    package let kind: SettingKind<Value>
    /// The value when the variable is absent; never the answer to a malformed one.
    package let defaultValue: Value
    /// The default in words, for help and documentation.
    package let defaultText: String
    /// Whether the value is kept out of every message, and may come from the file that `<name>_FILE` names.
    package let isSecret: Bool

    /// Declares a setting.
    ///
    /// - Parameter defaultText: The default in words, where the value does not say it (it follows from another setting).
    package init(
        _ name: String, _ kind: SettingKind<Value>, default defaultValue: Value, describedAs defaultText: String? = nil,
        isSecret: Bool = false, summary: String
    ) {
        self.name = name
        self.summary = summary
        self.kind = kind
        self.defaultValue = defaultValue
        self.defaultText = defaultText ?? kind.format(defaultValue)
        self.isSecret = isSecret
    }

    /// What help, documentation and checks need to know.
    package var declaration: SettingDeclaration {
        SettingDeclaration(
            name: name, summary: summary, defaultText: defaultText, isSecret: isSecret, accepting: kind)
    }

    /// The default for no text; otherwise what the kind makes of it.
    package func value(of text: String?, in environment: DeploymentEnvironment) -> Value? {
        guard let text else { return .some(defaultValue) }
        return kind.parse(text)
    }
}
