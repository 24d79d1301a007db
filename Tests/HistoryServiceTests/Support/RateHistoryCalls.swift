import GRPCCore
import SharedContracts
import SharedDomain
import SharedTesting

@testable import HistoryService

extension RateHistoryService {
    /// The service at the hour of the newest sheet.
    init(reader: SeriesReader, isReplaying: @escaping @Sendable () -> Bool = { false }) {
        self.init(reader: reader, time: HandMovedTime(at: ECBFile.recordedAt).source, isReplaying: isReplaying)
    }
}

/// What a method that answers with one message gives, called in this process.
func reply<Message: Sendable>(
    of method: MethodDescriptor, _ call: @Sendable (_ context: ServerContext) async throws -> Message
) async throws -> Message {
    try await withServerContextRPCCancellationHandle { cancellation in
        try await call(
            ServerContext(
                descriptor: method, remotePeer: "in-process:1", localPeer: "in-process:2", cancellation: cancellation))
    }
}
