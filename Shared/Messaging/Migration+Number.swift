import GRDB
import SharedDatabase

extension Migration {
    /// A step of a store that several services have, each after the steps that its store had before.
    /// - Parameters:
    ///   - number: which step of the store it is, 1 to 9999.
    ///   - name: its name without the number.
    init(
        number: Int, _ name: String, _ comment: String, apply: @escaping @Sendable (Database) throws -> Void
    ) {
        let digits = String(number)
        self.init(String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-" + name, comment, apply: apply)
    }
}
