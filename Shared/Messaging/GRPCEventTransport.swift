import GRPCCore
import SharedContracts
package import SharedRPC
import SwiftProtobuf

/// Pushes batches over gRPC to one peer.
package struct GRPCEventTransport: EventTransport {
    /// The deadlines of its calls: give them to the `RPCPeer`. Neither is retried below the relay, which begins again
    /// from the position.
    package static let methods = [
        MethodPolicy(
            EventsV1EventSink.Method.Position.descriptor, timeout: .seconds(5), isIdempotentRead: false,
            waitsForConnection: true),
        MethodPolicy(EventsV1EventSink.Method.Deliver.descriptor, timeout: .seconds(30), isIdempotentRead: false),
    ]

    private let client: EventsV1EventSink.Client<RPCPeer.Transport>

    package init(peer: RPCPeer) {
        client = EventsV1EventSink.Client(wrapping: peer.client)
    }

    package func positions(producer: String, logID: String, heads: LogHeads) async throws -> Positions {
        let reply = try await client.position(
            .with {
                $0.producer = producer
                $0.logID = logID
                $0.heads = heads.message
                $0.isLoading = heads.isLoading
            })
        return Positions(reply.positions)
    }

    package func deliver(_ batch: EventBatch) async throws -> DeliveryReceipt {
        let reply = try await client.deliver(
            .with {
                $0.producer = batch.producer
                $0.logID = batch.logID
                $0.events = batch.events
                $0.heads = batch.heads.message
                $0.isLoading = batch.heads.isLoading
            })
        return DeliveryReceipt(
            positions: Positions(reply.positions),
            refusals: reply.refusals.map { EventRefusal(sequence: $0.sequence, reason: $0.reason) })
    }
}
