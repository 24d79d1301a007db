import Foundation

/// A system call that failed, with what `errno` said at that moment.
struct PosixFailure: Error, Equatable, CustomStringConvertible {
    let call: String
    let code: CInt

    init(_ call: String, code: CInt = errno) {
        self.call = call
        self.code = code
    }

    /// Such as `open: Permission denied`.
    var description: String { "\(call): \(String(cString: strerror(code)))" }
}
