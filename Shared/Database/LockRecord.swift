import Foundation

/// What the lock file says: who has the store open, and whether the store was ever completed.
struct LockRecord: Sendable, Equatable, Codable {
    /// Nil after an orderly close.
    var holder: LockHolder?
    /// Whether the store was once opened with success. An empty database file is a fresh start when this is false, and
    /// a loss to be reported when it is true.
    var holdsData: Bool

    /// Reads a record; a file that is empty or cut short (its writer was killed) says nothing.
    init(reading bytes: [UInt8]) {
        do {
            self = try JSONDecoder().decode(LockRecord.self, from: Data(bytes))
        } catch {
            self.init(holder: nil, holdsData: false)
        }
    }

    init(holder: LockHolder?, holdsData: Bool) {
        self.holder = holder
        self.holdsData = holdsData
    }

    /// One line of JSON, which a person can read too.
    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}
