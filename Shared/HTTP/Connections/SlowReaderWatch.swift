import NIOCore

/// Gives up on a client that does not read what it asked for.
///
/// How much is kept for it in memory is bounded: while it does not read, nothing more is written and none of its further
/// requests is read. This bounds the time: when not a byte has gone out for `limit`, the connection is closed. A client
/// that reads slowly but does read keeps its connection, and a close asked for meanwhile waits for it.
final class SlowReaderWatch {
    /// How often it is looked within the limit.
    private static let looks = 4

    private let interval: TimeAmount
    private let onGivenUp: () -> Void
    private var look: Scheduled<Void>?
    private var unsentBefore = 0
    private var looksWithoutProgress = 0
    /// Whether a close waits for a client that still reads.
    var mayWait = true

    init(limit: TimeAmount, onGivenUp: @escaping () -> Void) {
        self.interval = .nanoseconds(limit.nanoseconds / Int64(Self.looks))
        self.onGivenUp = onGivenUp
    }

    /// Notes that there is more, or less, to send than is kept in memory for one client.
    func writabilityChanged(_ context: ChannelHandlerContext) {
        if !context.channel.isWritable { watch(context) }
    }

    /// Closes, or watches that what is written is read before.
    func close(_ context: ChannelHandlerContext, _ mode: CloseMode, _ promise: EventLoopPromise<Void>?) {
        guard mode != .input, mayWait, unsent(context) > 0 else { return context.close(mode: mode, promise: promise) }
        watch(context)
        if mode == .output { return context.close(mode: mode, promise: promise) }
        context.channel.closeFuture.cascade(to: promise)
        context.channel.pipeline.syncOperations.fireUserInboundEventTriggered(ConnectionEvent.lastAnswerWritten)
    }

    /// Looks no more.
    func stop() {
        look?.cancel()
        look = nil
    }

    private func watch(_ context: ChannelHandlerContext) {
        guard look == nil else { return }
        unsentBefore = unsent(context)
        looksWithoutProgress = 0
        lookLater(context)
    }

    private func lookLater(_ context: ChannelHandlerContext) {
        look = context.eventLoop.assumeIsolated().scheduleTask(in: interval) { [self] in
            look = nil
            let unsent = unsent(context)
            guard unsent > 0 else { return }
            looksWithoutProgress = unsent == unsentBefore ? looksWithoutProgress + 1 : 0
            unsentBefore = unsent
            guard looksWithoutProgress == Self.looks else { return lookLater(context) }
            mayWait = false
            onGivenUp()
            context.close(promise: nil)
        }
    }

    /// The bytes that were written here and not yet taken by the kernel.
    func unsent(_ context: ChannelHandlerContext) -> Int {
        do {
            return try context.channel.syncOptions?.getOption(.bufferedWritableBytes) ?? 0
        } catch {
            // Closed already: there is nothing left to send.
            return 0
        }
    }
}
