extension SettingsCatalog {
    /// The settings as `--help` shows them: groups, names in one column, what they are beside them. Less than 80 columns
    /// wide, as the argument parser would break longer lines a second time.
    package var helpText: String { helpText(width: 78) }

    /// The same for another width; a single longer word still gets a line of its own.
    func helpText(width: Int) -> String {
        let indent = "  "
        let gap = "  "
        let nameWidth = declarations.map(\.name.count).max() ?? 0
        let margin = String(repeating: " ", count: indent.count + nameWidth + gap.count)
        let sections = groups.map { group in
            let entries = group.declarations.map { declaration in
                let lines = Self.wrap(declaration.helpSentences, width: max(width - margin.count, 20))
                let padding = String(repeating: " ", count: nameWidth - declaration.name.count)
                return indent + declaration.name + padding + gap + lines.joined(separator: "\n" + margin)
            }
            return ([group.title + ":"] + entries).joined(separator: "\n")
        }
        let environments = environmentsText
        return (environments.isEmpty ? sections : sections + [environments]).joined(separator: "\n\n") + "\n"
    }

    private static func wrap(_ text: String, width: Int) -> [String] {
        text.split(separator: " ").reduce(into: [String]()) { lines, word in
            if let line = lines.last, line.count + 1 + word.count <= width {
                lines[lines.count - 1] = line + " " + word
            } else {
                lines.append(String(word))
            }
        }
    }
}

extension SettingDeclaration {
    /// What it is for, what it accepts, its default, and where else a secret may come from.
    fileprivate var helpSentences: String {
        var sentences = [summary, "Accepts \(expected)"]
        sentences.append(defaultText.map { "Default: \($0)" } ?? "Required")
        if let fileVariable { sentences.append("Secret: \(fileVariable) may name a file that holds it") }
        return sentences.map { $0 + "." }.joined(separator: " ")
    }
}
