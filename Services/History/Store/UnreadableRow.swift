/// A row that holds what was never written: the file was changed by something else. For the log; clients are told that
/// the database does not answer.
struct UnreadableRow: Error, CustomStringConvertible {
    let table: String
    let key: String

    var description: String { "the row \(key) of the table '\(table)' holds a value that is not one of ours" }
}
