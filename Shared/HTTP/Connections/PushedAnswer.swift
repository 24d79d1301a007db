import Logging
import NIOCore
import SharedTelemetry

/// Feeds an answer without an end from its source, on the event loop of its connection.
///
/// It writes while the connection takes more, and goes on when that takes more again or the source has more: nothing is
/// kept for the client here.
final class PushedAnswer {
    private let slowReader: SlowReaderWatch
    private let writer: AnswerWriter
    private var feed: PushedFeed?
    /// Whether it has to end, also where it only begins.
    private var isOver = false
    /// Whether its end was written.
    private var isComplete = false
    private var isPushing = false
    /// Whether the source had nothing when it was asked last. It says when it has.
    private var isSourceEmpty = false

    init(_ slowReader: SlowReaderWatch, _ writer: AnswerWriter) {
        self.slowReader = slowReader
        self.writer = writer
    }

    /// Whether the connection is fed from here, and served by no task.
    var hasBegun: Bool { feed != nil }

    /// Begins, after what was written before.
    func begin(_ feed: PushedFeed, _ context: ChannelHandlerContext) {
        guard self.feed == nil, context.channel.isActive else { return }
        self.feed = feed
        EndlessAnswer.bound(context)
        feed.begin(on: context.channel)
        if isOver { end(context) } else { push(context) }
    }

    /// Writes what the connection takes now.
    func push(_ context: ChannelHandlerContext) {
        // To send may make room at once, which is told while this still works.
        guard let feed, !isPushing, !isComplete else { return }
        isPushing = true
        defer { isPushing = false }
        do {
            isSourceEmpty = false
            while !isSourceEmpty, !isComplete, context.channel.isWritable { try write(from: feed, context) }
        } catch {
            feed.logger.error("a streamed answer was cut off", metadata: ["cause": "\(String(reflecting: error))"])
            return close(context)
        }
        context.flush()
        let pipeline = context.channel.pipeline
        if isComplete { return pipeline.fireUserInboundEventTriggered(ConnectionEvent.lastAnswerWritten) }
        guard !isSourceEmpty, context.channel.isWritable else { return }
        // There is room for more, once others had their turn.
        context.eventLoop.execute { pipeline.fireUserInboundEventTriggered(ConnectionEvent.hasMore) }
    }

    /// Ends it, now or as soon as it begins.
    func end(_ context: ChannelHandlerContext) {
        isOver = true
        guard let feed else { return }
        feed.source.end()
        // A client that does not keep up with what has no end would hold a stop up.
        if slowReader.unsent(context) > 0 { close(context) } else { push(context) }
    }

    /// Closes the connection, whatever is on its way.
    func close(_ context: ChannelHandlerContext) {
        slowReader.mayWait = false
        slowReader.close(context, .all, nil)
    }

    private func write(from feed: PushedFeed, _ context: ChannelHandlerContext) throws {
        switch try feed.source.take() {
        case .bytes(let bytes):
            writer.write(bytes, context, nil)
            feed.sent.add(bytes.readableBytes)
        case .nothing:
            isSourceEmpty = true
        case .ended:
            writer.end(nil, context, nil)
            isComplete = true
        }
    }
}
