/// One setting that can't be used, and how to put it right.
package struct ConfigurationProblem: Sendable, Hashable, CustomStringConvertible {
    /// The variable.
    package let name: String
    /// What is wrong and what to do, as the rest of a sentence that begins with the name.
    package let explanation: String

    /// A problem with the setting `name`, for rules that concern several settings.
    package init(_ name: String, _ explanation: String) {
        self.name = name
        self.explanation = explanation
    }

    /// The sentence, in one line.
    package var description: String { "\(name) \(explanation)" }
}

extension ConfigurationProblem {
    /// A value that is not what the setting expects.
    static func malformed(_ declaration: SettingDeclaration, _ given: GivenText) -> Self {
        let remedy = declaration.defaultText.map { ", or remove it to use the default (\($0))" } ?? ""
        let shown =
            switch (given.text.isEmpty, declaration.isSecret) {
            case (true, _): "is set but empty"
            case (false, true): "has a value, not shown here, that is not accepted"
            case (false, false): "is \(quoted(withoutCredentials(given.text)))"
            }
        return Self(
            declaration.name, "\(given.origin.note)\(shown): expected \(declaration.expected). Correct it\(remedy).")
    }

    /// A required setting without a value.
    static func missing(_ declaration: SettingDeclaration) -> Self {
        let file = declaration.fileVariable.map { ", or \($0) to the path of a file that holds it" } ?? ""
        return Self(declaration.name, "is not set: set it to \(declaration.expected)\(file).")
    }

    /// A value and a file for the same secret, so that it is unclear which one counts.
    static func ambiguous(_ declaration: SettingDeclaration, _ fileVariable: String) -> Self {
        Self(declaration.name, "and \(fileVariable) are both set: remove one of them.")
    }

    /// A program that reads what it does not declare: the setting would be missing from its help and its checks.
    static func undeclared(_ name: String) -> Self {
        Self(name, "is read but not declared in this program's catalogue of settings: declare it there.")
    }

    /// `text` without what stands before an `@` in a URL, whose scheme may have been forgotten: a user and a password.
    static func withoutCredentials(_ text: String) -> String {
        guard let at = text.lastIndex(of: "@") else { return text }
        let start = text[..<at].firstRange(of: "://")?.upperBound ?? text.startIndex
        return text[..<start] + "…" + text[at...]
    }

    /// `text` in quotes, control characters escaped, and cut to a length that a terminal can show.
    static func quoted(_ text: String) -> String {
        let limit = 80
        return String(text.prefix(limit)).debugDescription + (text.count > limit ? "…" : "")
    }
}
