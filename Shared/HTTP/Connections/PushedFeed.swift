import Logging
import NIOCore
import SharedTelemetry

/// What an answer without an end is fed from.
struct PushedFeed: Sendable {
    let source: any PushSource
    let sent: Counter
    let logger: Logger

    /// Has the source say to the connection when there is more, and when the client is to be cut off.
    func begin(on channel: any Channel) {
        let pipeline = channel.pipeline
        // The source may be in the middle of something when it calls.
        let tell: @Sendable (ConnectionEvent) -> Void = { event in
            pipeline.eventLoop.execute { pipeline.fireUserInboundEventTriggered(event) }
        }
        source.begin(onReady: { tell(.hasMore) }, onCutOff: { tell(.abandoned) })
    }
}
