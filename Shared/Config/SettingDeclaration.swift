/// A setting as help, documentation and checks see it: everything but the type of its value.
package struct SettingDeclaration: Sendable {
    /// The variable's name in the environment and in the settings file.
    package let name: String
    /// What it is for: a sentence without its full stop.
    package let summary: String
    /// What it accepts, as a noun phrase.
    package let expected: String
    /// The default in words; nil when a value is required.
    package let defaultText: String?
    /// The default for each place in words; nil when it is the same everywhere.
    package internal(set) var defaultTexts: ByEnvironment<String>?
    /// Whether an empty text is a value.
    package let acceptsEmpty: Bool
    /// Whether the value is kept out of every message.
    package let isSecret: Bool
    /// Whether a text is acceptable.
    package let accepts: @Sendable (_ text: String) -> Bool

    /// The declaration of a setting of a kind.
    init<Value>(
        name: String, summary: String, defaultText: String?, isSecret: Bool, accepting kind: SettingKind<Value>
    ) {
        self.name = name
        self.summary = summary
        self.expected = kind.expected
        self.defaultText = defaultText
        self.acceptsEmpty = kind.acceptsEmpty
        self.isSecret = isSecret
        self.accepts = { kind.parse($0) != nil }
    }

    /// The variable that may name a file holding the value; nil when the value is no secret.
    package var fileVariable: String? { isSecret ? name + Self.fileSuffix : nil }

    private static let fileSuffix = "_FILE"
}
