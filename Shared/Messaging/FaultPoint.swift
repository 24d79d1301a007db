/// The instants at which a crash matters: a test can make the process "die" at each of them and look at what is left.
package enum FaultPoint: String, Sendable, CaseIterable {
    /// The state change and its events are written, the transaction not yet committed.
    case producerBeforeCommit
    /// The batch is read, nothing sent.
    case relayBeforeDeliver
    /// The subscriber has answered, the producer has noted nothing.
    case relayAfterDeliver
    /// The batch has arrived, nothing is written.
    case subscriberBeforeApply
    /// The batch is applied and the position moved, the transaction not yet committed.
    case subscriberBeforeCommit
    /// The transaction is committed, the answer not sent.
    case subscriberAfterCommit
}

/// Called at every fault point; it throws to make that step fail as a crash would. Does nothing outside tests.
package typealias FaultInjector = @Sendable (FaultPoint) throws -> Void

/// The injector of every running service.
package let noFaults: FaultInjector = { _ in }
