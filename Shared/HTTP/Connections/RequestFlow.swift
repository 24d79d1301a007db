import NIOCore

/// The requests of one connection: how many are unanswered, and which is the last.
///
/// After the last one further requests are dropped unread, so that a client can safely send them again elsewhere
/// (RFC 9112, section 9.6).
struct RequestFlow {
    private let maximumUnanswered: Int
    private let maximumRequests: Int?
    /// Whether each comes from a client older than HTTP/1.1.
    private var unanswered = CircularBuffer<Bool>()
    private var received = 0
    private var isEnding = false

    init(maximumUnanswered: Int, maximumRequests: Int?) {
        self.maximumUnanswered = maximumUnanswered
        self.maximumRequests = maximumRequests
    }

    /// Whether a request that begins is to be answered. One that is too many ahead of their answers is not, and makes
    /// those before it the last.
    mutating func begin(isClientsLast: Bool, isOld: Bool = false) -> Bool {
        guard !isEnding else { return false }
        guard unanswered.count < maximumUnanswered else {
            isEnding = true
            return false
        }
        unanswered.append(isOld)
        received += 1
        isEnding = isClientsLast || received == maximumRequests
        return true
    }

    /// Makes the requests that have begun the last ones.
    mutating func end() {
        isEnding = true
    }

    /// Makes the next answer the last, whatever else has begun.
    mutating func endWithNextAnswer() {
        isEnding = true
        if unanswered.count > 1 { unanswered.removeLast(unanswered.count - 1) }
    }

    /// Whether the next answer ends the connection.
    var isNextAnswerLast: Bool { isEnding && unanswered.count <= 1 }

    /// Whether the next answer is for a client older than HTTP/1.1.
    var isNextAnswerForOld: Bool { unanswered.first ?? false }

    /// Notes that an answer is complete, also one to what was no request. Whether it was the last.
    mutating func answered() -> Bool {
        let wasRequest = unanswered.popFirst() != nil
        return !wasRequest || isEnding && unanswered.isEmpty
    }
}
