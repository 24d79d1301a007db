/// A row that holds what was never written: something else has changed the file. For the log and for whoever starts the
/// service; no client's question is answered from rows.
struct UnreadableRow: Error, CustomStringConvertible {
    let table: String
    let key: String

    var description: String { "the row \(key) of the table '\(table)' holds a value that is not one of ours" }
}
