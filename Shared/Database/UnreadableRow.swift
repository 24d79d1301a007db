/// A row that holds what was never written: something else has changed the file. For the log and for whoever starts the
/// service; a client is told that the database does not answer.
package struct UnreadableRow: Error, CustomStringConvertible {
    private let table: String
    private let key: String

    /// - Parameters:
    ///   - table: the table it is in.
    ///   - key: which of its rows it is.
    package init(table: String, key: String) {
        self.table = table
        self.key = key
    }

    /// Which row, for a person.
    package var description: String { "the row \(key) of the table '\(table)' holds a value that is not one of ours" }
}
