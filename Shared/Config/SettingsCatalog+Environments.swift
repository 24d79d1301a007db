extension SettingsCatalog {
    /// The settings whose default depends on where the process runs: all that differs between the places.
    private var declarationsByEnvironment: [(name: String, texts: ByEnvironment<String>)] {
        declarations.compactMap { declaration in declaration.defaultTexts.map { (declaration.name, $0) } }
    }

    /// The table of what differs between the places, as columns of plain text; empty when nothing does.
    var environmentsText: String {
        let rows = environmentRows
        guard rows.count > 1 else { return "" }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return ("  " + cells.joined(separator: "  ")).trimmingTrailingSpaces
        }
        return (["Defaults that depend on ENVIRONMENT, and nothing else does:"] + lines).joined(separator: "\n") + "\n"
    }

    /// The same as a page section.
    var environmentsMarkdown: String {
        let rows = environmentRows
        guard rows.count > 1 else { return "" }
        var lines = rows.map { row in
            "| " + ([row[0]] + row.dropFirst()).joined(separator: " | ") + " |"
        }
        lines.insert("|" + String(repeating: "---|", count: rows[0].count), at: 1)
        return (["### Defaults that depend on ENVIRONMENT", ""] + lines).joined(separator: "\n") + "\n"
    }

    /// The heading, then a row for each setting.
    private var environmentRows: [[String]] {
        let places = DeploymentEnvironment.allCases
        return [["Name"] + places.map(\.rawValue)]
            + declarationsByEnvironment.map { name, texts in [name] + places.map { texts[$0] } }
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
