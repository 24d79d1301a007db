import HummingbirdCore
import Logging
import NIOCore
import SharedDomain
import SharedTelemetry

/// HTTP/1.1 on one connection, within our bounds.
struct EdgeChannel: ServerChildChannel {
    /// The connection was closed unserved: its client has too many.
    struct Refused: Error {}

    /// What is read into at first holds most requests whole; a large body is read into larger ones.
    private static let receiveBuffers = AdaptiveRecvByteBufferAllocator(minimum: 256, initial: 512, maximum: 65_536)

    let responder: HTTPChannelHandler.Responder
    let settings: EdgeSettings
    let connections: ConnectionTable
    let figures: ConnectionFigures
    let time: TimeSource
    let logger: Logger

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<AcceptedConnection> {
        guard connections.admit(channel) else {
            channel.close(promise: nil)
            return channel.eventLoop.makeFailedFuture(Refused())
        }
        let presence = ClientPresence()
        // A connection keeps its buffer as long as it lives. One that reads much gets a larger one.
        _ = channel.setOption(.recvAllocator, value: Self.receiveBuffers)
        return HTTP1Channel(responder: responder, configuration: configuration(presence))
            .setup(channel: channel, logger: logger)
            .map { AcceptedConnection($0, presence: presence) }
    }

    func handle(value connection: AcceptedConnection, logger: Logger) async {
        let pipeline = connection.channel.pipeline
        await withTaskCancellationHandler {
            await ClientPresence.$current.withValue(connection.presence) {
                await HTTP1Channel(responder: responder).handle(value: connection.take(), logger: logger)
            }
        } onCancel: {
            pipeline.fireUserInboundEventTriggered(ConnectionEvent.abandoned)
        }
    }

    private func configuration(_ presence: ClientPresence) -> HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            additionalChannelHandlers: [handler(presence)], idleTimeout: TimeAmount(settings.idleTimeout),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: settings.maximumHeaderBytes, maxHeaderListSize: settings.maximumHeaderBytes,
                maxHeaderFieldCount: settings.maximumHeaderFields))
    }

    private func handler(_ presence: ClientPresence) -> ConnectionHandler {
        let flow = RequestFlow(
            maximumUnanswered: settings.maximumPipelinedRequests,
            maximumRequests: settings.maximumRequestsPerConnection)
        return ConnectionHandler(
            flow,
            malformed: MalformedRequests(
                headers: settings.commonHeaders, count: figures.malformed, time: time, logger: logger),
            presence: presence, figures: figures, settings: settings)
    }
}
