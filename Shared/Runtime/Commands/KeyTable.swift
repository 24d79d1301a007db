import SharedDomain
import SharedHTTP

/// Keys as lines for a person and for `awk`: columns without spaces in them, the label last.
struct KeyTable {
    private let rows: [[String]]

    init(_ keys: [KeyEntry], at now: Instant) {
        rows =
            [["ID", "STATE", "TIER", "SCOPES", "CREATED", "EXPIRES", "LABEL"]]
            + keys.map { key in
                [
                    key.id, key.state(at: now).rawValue, key.tier.rawValue, key.scopeText, key.created.description,
                    key.expires?.description ?? "never", key.label,
                ]
            }
    }

    /// The heading and a line for each key.
    var text: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let padded = zip(row, widths).dropLast().map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return (padded + row.suffix(1)).joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
