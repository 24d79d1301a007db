/// What the handlers of one connection tell each other, through the pipeline.
enum ConnectionEvent: Sendable {
    /// The last answer has been written: the connection is to be closed so that the client can read it.
    case lastAnswerWritten
    /// An answer without an end has begun, and is fed from there: the task that served the connection ends.
    case handedOver(PushedFeed)
    /// There is more of the answer without an end.
    case hasMore
    /// The connection ends now: whatever is not on its way yet is given up.
    case abandoned
}
