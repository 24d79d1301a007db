import GRPCCore

/// What `body` answers to a call of that method within this process.
func withCall<Reply: Sendable>(
    of method: MethodDescriptor, _ body: @Sendable (ServerContext) async throws -> Reply
) async throws -> Reply {
    try await withServerContextRPCCancellationHandle { cancellation in
        try await body(
            ServerContext(
                descriptor: method, remotePeer: "in-process:1", localPeer: "in-process:2", cancellation: cancellation))
    }
}
