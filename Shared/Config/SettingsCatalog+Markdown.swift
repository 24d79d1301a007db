extension SettingsCatalog {
    /// The settings as a page section: for each group a third-level heading and a table.
    package var markdown: String {
        let sections = groups.map { group in
            let rows = group.declarations.map(\.markdownRow)
            return """
                ### \(group.title)

                | Name | Default | Accepts | What it is |
                |---|---|---|---|
                \(rows.joined(separator: "\n"))

                """
        }
        let environments = environmentsMarkdown
        return (environments.isEmpty ? sections : sections + [environments]).joined(separator: "\n")
    }
}

extension SettingDeclaration {
    fileprivate var markdownRow: String {
        let standard = defaultText ?? "(required)"
        let secret = fileVariable.map { " Secret: `\($0)` may name a file that holds it." } ?? ""
        let cells = ["`\(name)`", standard, expected, "\(summary).\(secret)"]
        return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
}
