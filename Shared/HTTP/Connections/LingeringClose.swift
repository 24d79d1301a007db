import NIOCore

/// Closes a connection after its last answer, in a way that lets the client read it.
///
/// Closing at once would reset the connection if the client still sends, and may destroy the answer on its way
/// (RFC 9112, section 9.6). So our side is closed for writing, a little of what the client still sends is taken and
/// dropped, and then all is closed.
final class LingeringClose {
    /// How much longer a client may send: in reads, each of at most 64 KiB, and in time after our last byte.
    private static let maximumReads = 16
    private static let maximumTime: TimeAmount = .seconds(2)

    private let close: (ChannelHandlerContext, CloseMode, EventLoopPromise<Void>?) -> Void
    private var readsLeft: Int?
    private var end: Scheduled<Void>?

    /// - Parameter close: How a side of the connection, or all of it, is closed in the end.
    init(close: @escaping (ChannelHandlerContext, CloseMode, EventLoopPromise<Void>?) -> Void) {
        self.close = close
    }

    /// Whether the last answer was written.
    var hasBegun: Bool { readsLeft != nil }

    /// Closes for writing, and for reading in a while.
    func begin(_ context: ChannelHandlerContext) {
        guard readsLeft == nil else { return }
        readsLeft = Self.maximumReads
        let isWritten = context.eventLoop.makePromise(of: Void.self)
        close(context, .output, isWritten)
        isWritten.futureResult.assumeIsolated().whenComplete { [self] _ in
            guard context.channel.isActive, end == nil else { return }
            end = context.eventLoop.assumeIsolated().scheduleTask(in: Self.maximumTime) { [self] in
                close(context, .all, nil)
            }
        }
    }

    /// Whether what was read is to be taken at all; otherwise the connection is closed.
    func takes(_ context: ChannelHandlerContext) -> Bool {
        guard let left = readsLeft else { return true }
        guard left > 0 else {
            close(context, .all, nil)
            return false
        }
        readsLeft = left - 1
        return true
    }

    /// Waits no more.
    func stop() {
        end?.cancel()
    }
}
