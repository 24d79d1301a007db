import GRDB
import Logging
import SharedDomain

/// The one place where an error of SQLite becomes one that may leave the service: the cause goes to the log, the caller
/// gets a `ServiceError` that says nothing of it.
struct SQLiteFailure: Sendable {
    let logger: Logger

    /// What to throw for an error met in a transaction. Errors that are not the database's (a use case's own, a
    /// cancellation) pass unchanged.
    func translated(_ error: any Error, during operation: String) -> any Error {
        switch error {
        case let error as DatabaseError:
            logger.error(
                "The database failed during \(operation)",
                metadata: [
                    "sqlite_code": "\(error.extendedResultCode.rawValue)",
                    "sqlite_message": "\(error.message ?? "")",
                    // Without its arguments, which may be a user's.
                    "sql": "\(error.sql ?? "")",
                ])
            return Self.isMistakeOfOurs(error.resultCode) ? ServiceError.internalError() : .databaseUnavailable
        case let error as RowDecodingError:
            logger.error("A stored value cannot be read", metadata: ["cause": "\(error)"])
            return ServiceError.internalError()
        default:
            return error
        }
    }

    /// Codes that speak of the values we passed: another try would fail the same way.
    private static func isMistakeOfOurs(_ code: ResultCode) -> Bool {
        switch code {
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_RANGE, .SQLITE_TOOBIG: true
        default: false
        }
    }
}
