import SharedContracts
import SharedDomain
import SharedMessaging
import SharedTesting

@testable import IngestorService

/// A subscriber that takes everything.
actor AcceptingTransport: EventTransport {
    private var applied: Positions = [.sheets: .beginning, .prices: .beginning]

    func positions(producer: String, logID: String, heads: LogHeads) async throws -> Positions { applied }

    func deliver(_ batch: EventBatch) async throws -> DeliveryReceipt {
        for event in batch.events {
            applied[Topic(rawValue: event.topic)] = LogPosition(event.sequence, epoch: event.epoch)
        }
        return DeliveryReceipt(positions: applied, refusals: [])
    }
}

/// A subscriber that is not there.
struct AbsentTransport: EventTransport {
    func positions(producer: String, logID: String, heads: LogHeads) async throws -> Positions { throw Crash() }
    func deliver(_ batch: EventBatch) async throws -> DeliveryReceipt { throw Crash() }
}

extension Rig {
    func relay(to name: String, over transport: any EventTransport = AbsentTransport()) -> Relay {
        Relay(of: outbox, to: name, over: transport, time: time.source, logger: logs.logger)
    }

    /// Delivers the whole log to a subscriber that takes everything.
    func deliverAll(to name: String) async throws {
        let relay = relay(to: name, over: AcceptingTransport())
        let watch = DeliveryWatch(outbox: outbox, relays: [relay], time: time.source)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await relay.run() }
            _ = try await watch.wait(atMost: .seconds(60))
            group.cancelAll()
        }
    }
}
