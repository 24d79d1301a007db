package import GRDB

/// One numbered step from an older shape of a store to the next, applied once and never changed afterwards.
package struct Migration: Sendable {
    /// Four digits and a name, such as `0001-sheets`: the order, and what the database file remembers.
    package let identifier: String
    /// What the step is for, in a line.
    package let comment: String
    /// Makes the change, inside a transaction of its own in which foreign keys are checked at the end.
    package let apply: @Sendable (Database) throws -> Void

    /// A step with its identifier, its comment and its change.
    package init(_ identifier: String, _ comment: String, apply: @escaping @Sendable (Database) throws -> Void) {
        self.identifier = identifier
        self.comment = comment
        self.apply = apply
    }

    /// Whether an identifier is four digits, a hyphen, and then lower-case letters, digits and hyphens.
    static func isWellFormed(_ identifier: String) -> Bool {
        let bytes = Array(identifier.utf8)
        guard bytes.count > 5, bytes[4] == UInt8(ascii: "-") else { return false }
        return bytes.prefix(4).allSatisfy(isDigit)
            && bytes.dropFirst(5).allSatisfy { isDigit($0) || isLowerCase($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isLowerCase(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}
