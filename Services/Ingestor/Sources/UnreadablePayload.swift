import SharedDomain

/// A payload is not what its source publishes: a failure of the source, never "no publication".
struct UnreadablePayload: Error, Hashable, CustomStringConvertible {
    /// Where, counted from 1; nil when no line is to blame.
    let line: Int?
    let reason: String

    init(line: Int?, _ reason: String) {
        self.line = line
        self.reason = reason
    }

    /// `line 12: …`, without control characters.
    var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
