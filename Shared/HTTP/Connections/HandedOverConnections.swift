import NIOCore
import Synchronization

/// The connections that no task serves any more, because their answers have no end. The server below does not wait for
/// them when it stops.
final class HandedOverConnections: Sendable {
    private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

    /// Adds a connection, until it is closed.
    func add(_ channel: any Channel) {
        let key = ObjectIdentifier(channel)
        channels.withLock { $0[key] = channel }
        channel.closeFuture.whenComplete { [self] _ in
            _ = channels.withLock { $0.removeValue(forKey: key) }
        }
    }

    /// Ends every answer, and waits until the connections are closed; closes them at once where the task is cancelled.
    func end() async {
        let open = channels.withLock { Array($0.values) }
        for channel in open { channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
        await withTaskCancellationHandler {
            for channel in open {
                do {
                    try await channel.closeFuture.get()
                } catch {
                    // It is closed all the same.
                }
            }
        } onCancel: {
            for channel in open { channel.pipeline.fireUserInboundEventTriggered(ConnectionEvent.abandoned) }
        }
    }
}
