import HummingbirdCore
import NIOCore
import Synchronization

/// A connection between its being accepted and its being served.
///
/// A server that is cancelled in between drops it. The writer in it must not be dropped before it is finished, or the
/// process ends; so the connection is closed then, and the writer kept until it is.
final class AcceptedConnection: ServerChildChannelValue {
    /// Whether the client is still there.
    let presence: ClientPresence

    private let http: HTTP1Channel.Value
    private let isTaken = Atomic(false)

    init(_ http: HTTP1Channel.Value, presence: ClientPresence) {
        self.http = http
        self.presence = presence
    }

    /// What it is served with.
    var channel: any Channel { http.channel }

    /// The connection for whoever serves it, who is responsible for its end from now on.
    func take() -> HTTP1Channel.Value {
        isTaken.store(true, ordering: .relaxed)
        return http
    }

    deinit {
        guard !isTaken.load(ordering: .relaxed) else { return }
        let http = http
        http.channel.closeFuture.whenComplete { _ in withExtendedLifetime(http) {} }
        http.channel.close(promise: nil)
    }
}
