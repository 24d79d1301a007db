import GRDB
import SharedDomain

extension StoreError {
    /// What an error met while opening a store means to the person who runs it.
    init(opening file: StoreFile, _ error: any Error) {
        if let error = error as? StoreError {
            self = error
            return
        }
        let reason = Self.reason(of: error)
        guard let code = (error as? DatabaseError)?.resultCode else {
            self = .unusable(file: file.path, reason: reason)
            return
        }
        switch code {
        case .SQLITE_NOTADB:
            self = .notADatabase(file: file.path)
        case .SQLITE_CORRUPT:
            self = .damaged(file: file.path, findings: [reason])
        default:
            self = .unusable(file: file.path, reason: [reason, Self.advice(for: code)].joined(separator: "; "))
        }
    }

    /// The error in a few words without SQL, for a person: SQLite's own and its extended code, or the description.
    static func reason(of error: any Error) -> String {
        guard let error = error as? DatabaseError else { return String(describing: error) }
        return "\(error.message ?? "unknown error") (SQLite \(error.extendedResultCode.rawValue))"
    }

    private static func advice(for code: ResultCode) -> String {
        switch code {
        case .SQLITE_FULL: "free some space on its disk"
        case .SQLITE_BUSY, .SQLITE_LOCKED: "close the other program (a database shell?) that has it open"
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
            "this process must be able to write it, its '-wal' and '-shm', and its directory"
        case .SQLITE_IOERR: "check its disk and how full it is"
        default: "see the log"
        }
    }
}

extension ServiceError {
    /// What clients get whenever a store does not answer.
    static let databaseUnavailable = ServiceError(
        .databaseUnavailable, "The service's database does not answer at the moment; try again later.")
}
