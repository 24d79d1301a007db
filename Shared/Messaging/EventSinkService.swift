package import GRPCCore
package import SharedContracts
import SwiftProtobuf

/// The gRPC door of an inbox.
package struct EventSinkService: EventsV1EventSink.SimpleServiceProtocol {
    private let inbox: Inbox

    package init(inbox: Inbox) {
        self.inbox = inbox
    }

    package func position(
        request: EventsV1PositionRequest, context: ServerContext
    ) async throws -> EventsV1PositionReply {
        let positions = try await inbox.positions(
            producer: request.producer, logID: request.logID,
            heads: LogHeads(heads: request.heads, isLoading: request.isLoading))
        return .with { $0.positions = positions.message }
    }

    package func deliver(request: EventsV1DeliverRequest, context: ServerContext) async throws -> EventsV1DeliverReply {
        let batch = EventBatch(
            producer: request.producer, logID: request.logID, events: request.events,
            heads: LogHeads(heads: request.heads, isLoading: request.isLoading))
        let receipt: DeliveryReceipt
        do {
            receipt = try await inbox.receive(batch)
        } catch let gap as BatchOutOfOrder {
            throw RPCError(
                code: .failedPrecondition,
                message: "\(gap.topic): the batch follows \(gap.previous), the position is \(gap.applied)")
        }
        return .with {
            $0.positions = receipt.positions.message
            $0.refusals = receipt.refusals.map { refusal in
                .with {
                    $0.sequence = refusal.sequence
                    $0.reason = refusal.reason
                }
            }
        }
    }
}
