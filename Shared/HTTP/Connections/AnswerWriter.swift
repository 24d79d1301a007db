import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Writes the answers of one connection: those in their usual form as bytes (`ResponseHead`), past the server's encoder,
/// and all others through it.
final class AnswerWriter {
    /// The place of the server's encoder in the pipeline; nil where there is none.
    private var encoder: ChannelHandlerContext?
    /// Whether the answer that is being written goes past that encoder.
    private var isWrittenAsBytes = false
    /// Whether the answer that is being written ends where the connection does, and is not complete yet.
    private(set) var isOpenEnded = false

    /// Finds the encoder.
    func begin(_ context: ChannelHandlerContext) {
        do {
            encoder = try context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
        } catch {
            // Then all answers are written by whatever is there.
            encoder = nil
        }
    }

    /// Lets go of the encoder.
    func stop() {
        encoder = nil
    }

    /// Writes a head. The body of an answer that is open-ended goes as it is, and ends where the connection does.
    func write(
        _ head: HTTPResponse, isOpenEnded: Bool, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
    ) {
        self.isOpenEnded = isOpenEnded
        if isOpenEnded { reset(isOn: true, context) }
        if let encoder, let bytes = ResponseHead.bytes(head, isOpenEnded: isOpenEnded) {
            isWrittenAsBytes = true
            encoder.write(NIOAny(IOData.byteBuffer(bytes)), promise: promise)
        } else {
            isWrittenAsBytes = false
            context.write(NIOAny(HTTPResponsePart.head(head)), promise: promise)
        }
    }

    /// Writes what comes next of the body.
    func write(_ body: ByteBuffer, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        if isWrittenAsBytes, let encoder {
            encoder.write(NIOAny(IOData.byteBuffer(body)), promise: promise)
        } else {
            context.write(NIOAny(HTTPResponsePart.body(body)), promise: promise)
        }
    }

    /// Writes that this was all.
    func end(_ trailers: HTTPFields?, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        if isOpenEnded { reset(isOn: false, context) }
        isOpenEnded = false
        guard isWrittenAsBytes, let encoder else {
            return context.write(NIOAny(HTTPResponsePart.end(trailers)), promise: promise)
        }
        // A promise must be kept after those before it, so something has to be written for it.
        if promise != nil { encoder.write(NIOAny(IOData.byteBuffer(ByteBuffer())), promise: promise) }
    }

    /// Whether a close resets the connection, however it comes about: to a client that knows the end of a body by it,
    /// any other close says that the body is complete.
    private func reset(isOn: Bool, _ context: ChannelHandlerContext) {
        // It fails only where the connection was closed meanwhile.
        _ = (context.channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: isOn ? 1 : 0, l_linger: 0))
    }
}
