/// The requests of one connection: how many are unanswered, and which is the last.
///
/// After the last one further requests are dropped unread, so that a client can safely send them again elsewhere
/// (RFC 9112, section 9.6).
struct RequestFlow {
    private let maximumUnanswered: Int
    private let maximumRequests: Int?
    private var unanswered = 0
    private var received = 0
    private var isEnding = false

    init(maximumUnanswered: Int, maximumRequests: Int?) {
        self.maximumUnanswered = maximumUnanswered
        self.maximumRequests = maximumRequests
    }

    /// Whether a request that begins is to be answered.
    mutating func begin(isClientsLast: Bool) -> Bool {
        guard !isEnding else { return false }
        unanswered += 1
        received += 1
        isEnding = isClientsLast || unanswered == maximumUnanswered || received == maximumRequests
        return true
    }

    /// Makes the requests that have begun the last ones.
    mutating func end() {
        isEnding = true
    }

    /// Whether the next answer ends the connection.
    var isNextAnswerLast: Bool { isEnding && unanswered <= 1 }

    /// Notes that an answer is complete, also one to what was no request. Whether it was the last.
    mutating func answered() -> Bool {
        let wasRequest = unanswered > 0
        if wasRequest { unanswered -= 1 }
        return !wasRequest || isEnding && unanswered == 0
    }
}
