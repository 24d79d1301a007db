import GRPCCore
import Synchronization

/// What a method that answers with a stream writes, called in this process.
func messages<Message: Sendable>(
    of method: MethodDescriptor,
    _ call: @Sendable (_ response: RPCWriter<Message>, _ context: ServerContext) async throws -> Void
) async throws -> [Message] {
    let received = ReceivedMessages<Message>()
    try await withServerContextRPCCancellationHandle { cancellation in
        try await call(
            RPCWriter(wrapping: received),
            ServerContext(
                descriptor: method, remotePeer: "in-process:1", localPeer: "in-process:2", cancellation: cancellation))
    }
    return received.messages.withLock { $0 }
}

/// Keeps what is written to it.
private final class ReceivedMessages<Message: Sendable>: RPCWriterProtocol {
    let messages = Mutex<[Message]>([])

    func write(_ element: Message) async throws {
        messages.withLock { $0.append(element) }
    }

    func write(contentsOf elements: some Sequence<Message>) async throws {
        messages.withLock { $0.append(contentsOf: elements) }
    }
}
