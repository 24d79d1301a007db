/// A settings file: `NAME=value` lines, blank lines, and lines that begin with `#`.
///
/// A value may stand in single or double quotes, which are taken off; there are no escapes, no expansion and no comment
/// after a value. The text of a line is never part of a problem: it may hold a secret.
struct SettingsFile {
    /// The most that is read: 256 KiB.
    static let maximumBytes = 256 * 1024

    struct Entry {
        let value: String
        let line: Int
    }

    let path: String
    private(set) var entries: [String: Entry] = [:]
    private(set) var problems: [ConfigurationProblem] = []

    init(path: String, text: String) {
        self.path = path
        let byteOrderMark = "\u{FEFF}"
        let body = text.hasPrefix(byteOrderMark) ? text.dropFirst() : text[...]
        let lines = body.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        for (index, line) in lines.enumerated() {
            read(line.trimmed, number: index + 1)
        }
    }

    func given(_ name: String) -> GivenText? {
        entries[name].map { GivenText(text: $0.value, origin: .settingsFile(path: path, line: $0.line)) }
    }

    mutating func report(line: Int, _ explanation: String) {
        problems.append(
            ConfigurationProblem(SharedSettings.configFile.name, "(line \(line) of \(path)) \(explanation)"))
    }

    private mutating func read(_ line: String, number: Int) {
        guard !line.isEmpty, !line.hasPrefix("#") else { return }
        guard let equals = line.firstIndex(of: "=") else {
            return report(line: number, "is not NAME=value: correct it, or make it a comment with #.")
        }
        let name = line[..<equals].trimmed
        guard Self.isName(name) else {
            return report(line: number, "does not begin with a name of A-Z, 0-9 and _ before the =: correct it.")
        }
        if let first = entries[name] {
            return report(line: number, "sets \(name) again, after line \(first.line): remove one of them.")
        }
        guard let value = Self.value(line[line.index(after: equals)...].trimmed) else {
            return report(
                line: number,
                "has a value for \(name) with an open quote or a comment: close the quote; put the comment on its own line."
            )
        }
        entries[name] = Entry(value: value, line: number)
    }

    /// A name a shell could export, in upper case.
    private static func isName(_ text: String) -> Bool {
        guard let first = text.first, !first.isNumber else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
    }

    /// The value without its quotes; nil for an open quote, or for what someone meant as a comment.
    private static func value(_ text: String) -> String? {
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            return text.contains(" #") || text.contains("\t#") ? nil : text
        }
        let inner = text.dropFirst().dropLast()
        return text.count >= 2 && text.last == quote && !inner.contains(quote) ? String(inner) : nil
    }
}
