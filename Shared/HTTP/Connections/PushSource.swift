package import NIOCore

/// Where the body of an answer without an end comes from. It is asked whenever the client can take more, and keeps what
/// the client has not taken.
package protocol PushSource: Sendable {
    /// Begins. Called once, before it is asked for anything.
    ///
    /// - Parameters:
    ///   - onReady: To be called, from any thread, when there is something again after it said `.nothing`.
    ///   - onCutOff: To be called, from any thread, when the client did not keep up and is to be cut off.
    func begin(onReady: @escaping @Sendable () -> Void, onCutOff: @escaping @Sendable () -> Void)

    /// What comes next, and is given to the client. Must not wait: it is called where all connections are served.
    func take() throws -> Pushed

    /// Ends it, from any thread; may be called more than once. From then on it has `.ended`.
    func end()
}

/// What a source has for its client.
package enum Pushed: Sendable {
    case bytes(ByteBuffer)
    /// Nothing yet.
    case nothing
    /// Nothing any more.
    case ended
}
