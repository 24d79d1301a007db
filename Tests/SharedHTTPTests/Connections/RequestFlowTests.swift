import Testing

@testable import SharedHTTP

@Suite("Which request of a connection is the last")
struct RequestFlowTests {
    private enum Step {
        case begin
        case beginLast
        case answer
        case end
    }

    /// For each request that begins whether it is taken, for each answer whether it is the last.
    private func outcomes(ahead: Int = 10, inAll: Int? = nil, _ steps: Step...) -> [Bool] {
        var flow = RequestFlow(maximumUnanswered: ahead, maximumRequests: inAll)
        return steps.compactMap { step in
            switch step {
            case .begin: return flow.begin(isClientsLast: false)
            case .beginLast: return flow.begin(isClientsLast: true)
            case .answer:
                let isNextLast = flow.isNextAnswerLast
                let isLast = flow.answered()
                return isNextLast || isLast
            case .end:
                flow.end()
                return nil
            }
        }
    }

    @Test("without an end in sight every answer leaves the connection open")
    func open() {
        #expect(outcomes(.begin, .answer, .begin, .answer, .begin, .answer) == [true, false, true, false, true, false])
    }

    @Test("what begins after the end is dropped, what began before it is answered")
    func end() {
        #expect(outcomes(.begin, .begin, .end, .begin, .answer, .answer) == [true, true, false, false, true])
    }

    @Test("the client's own end is one")
    func client() {
        #expect(outcomes(.beginLast, .begin, .answer) == [true, false, true])
    }

    @Test("so many requests may be ahead of their answers; one more is dropped, and those before it are the last")
    func ahead() {
        #expect(outcomes(ahead: 2, .begin, .begin, .answer, .answer, .begin) == [true, true, false, false, true])
        #expect(outcomes(ahead: 2, .begin, .begin, .begin, .answer, .answer) == [true, true, false, false, true])
        #expect(outcomes(ahead: 2, .begin, .begin, .begin, .answer, .begin) == [true, true, false, false, false])
        #expect(outcomes(ahead: 1, .begin, .answer, .begin, .answer) == [true, false, true, false])
        #expect(outcomes(ahead: 1, .begin, .begin, .answer) == [true, false, true])
    }

    @Test("so many requests in all are the last")
    func inAll() {
        #expect(outcomes(inAll: 2, .begin, .answer, .begin, .answer, .begin) == [true, false, true, true, false])
    }

    @Test("an answer to what was no request is the last")
    func noRequest() {
        var flow = RequestFlow(maximumUnanswered: 10, maximumRequests: nil)
        let isLast = flow.answered()
        #expect(isLast)
    }
}
