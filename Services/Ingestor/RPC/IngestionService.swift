import GRPCCore
import SharedContracts
import SharedDomain
import SharedMessaging

/// What the data-ingestor answers over gRPC.
struct IngestionService: IngestorV1Ingestion.SimpleServiceProtocol {
    let store: IngestorStore
    let outbox: Outbox
    let subscribers: [String]

    /// How the log, its readers and the sources stand.
    func status(request: IngestorV1StatusRequest, context: ServerContext) async throws -> IngestorV1StatusReply {
        let last = try await outbox.lastSequence()
        let progress = try await outbox.progress(of: subscribers)
        let sources = try await store.sourceStates()
        var reply = IngestorV1StatusReply()
        reply.logID = try await outbox.logID
        reply.lastSequence = last
        reply.subscribers = progress.map(\.message)
        reply.sources = sources.map(\.message)
        return reply
    }
}

extension Outbox.SubscriberProgress {
    fileprivate var message: IngestorV1SubscriberStatus {
        var message = IngestorV1SubscriberStatus()
        message.name = name
        message.acknowledgedSequence = acknowledgedSequence
        message.pending = UInt64(pending)
        message.deadLetters = UInt64(deadLetters)
        return message
    }
}

extension IngestorStore.SourceState {
    fileprivate var message: IngestorV1SourceStatus {
        var message = IngestorV1SourceStatus()
        message.source = source.description
        if let lastSuccess { message.lastSuccess = lastSuccess.milliseconds }
        message.lastError = lastError ?? ""
        return message
    }
}
