/// What the handlers of one connection tell each other, through the pipeline.
enum ConnectionEvent: Sendable {
    /// The last answer has been written: the connection is to be closed so that the client can read it.
    case lastAnswerWritten
    /// An answer without an end is written: little is to be kept for a client that does not read.
    case endlessAnswerBegan
    /// The server ends now: whatever is not on its way yet is given up.
    case abandoned
}
