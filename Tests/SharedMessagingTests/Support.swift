import Foundation
import GRDB
import Logging
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedMessaging
import SharedTesting
import Synchronization

/// What a fault point throws in place of a crash.
struct Crash: Error {}

/// Makes one fault point fail, once, the n-th time it is reached.
final class FaultPlan: Sendable {
    private let point: FaultPoint
    private let left: Mutex<Int>

    init(_ point: FaultPoint, occurrence: Int) {
        self.point = point
        left = Mutex(occurrence)
    }

    var injector: FaultInjector {
        { point in
            guard point == self.point else { return }
            let crashes = self.left.withLock { left in
                left -= 1
                return left == 0
            }
            if crashes { throw Crash() }
        }
    }

    /// Whether it came to the crash.
    var happened: Bool { left.withLock { $0 <= 0 } }
}

/// Writes the key of every event it is given into a table that would show a second time and a wrong order.
struct RecordingApplier: EventApplier {
    static let migration = Migration("0001-applied", "What was applied, in order") { db in
        try db.execute(sql: "CREATE TABLE applied (place INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT) STRICT")
    }

    var topics: [Topic] = [.sheets]
    /// Days that can never be applied.
    var refusedDays: Set<Day> = []

    func apply(_ events: [ReceivedEvent], in db: Database) throws -> [EventRefusal] {
        var refusals: [EventRefusal] = []
        for event in events {
            if case .sheet(let sheet) = event.body, refusedDays.contains(sheet.day) {
                refusals.append(EventRefusal(sequence: event.sequence, reason: "no sheet of \(sheet.day) is wanted"))
            } else {
                try db.execute(sql: "INSERT INTO applied (key) VALUES (?)", arguments: [event.body.key])
            }
        }
        return refusals
    }
}

extension EventBody {
    /// `ecb/2026-10-30`, or `bigmac/2026-01-01`.
    var key: String {
        switch self {
        case .sheet(let sheet): "\(sheet.source)/\(sheet.day)"
        case .priceEdition(let edition): "\(edition.item)/\(edition.day)"
        }
    }
}

/// Hands batches straight to an inbox; a nil inbox is a subscriber that is down.
final class DirectTransport: EventTransport {
    private let inbox: Mutex<Inbox?>

    init(_ inbox: Inbox?) {
        self.inbox = Mutex(inbox)
    }

    func connect(_ inbox: Inbox?) {
        self.inbox.withLock { $0 = inbox }
    }

    func positions(producer: String, logID: String, heads: LogHeads) async throws -> Positions {
        try await reachable().positions(producer: producer, logID: logID, heads: heads)
    }

    func deliver(_ batch: EventBatch) async throws -> DeliveryReceipt {
        try await reachable().receive(batch)
    }

    private func reachable() throws -> Inbox {
        guard let inbox = inbox.withLock({ $0 }) else { throw Crash() }
        return inbox
    }
}

/// A producer and a subscriber with a store each, both of which can be stopped and started again.
struct Rig {
    static let producer = "test-producer"
    static let start = Day(number: 20_000)

    let directory: TemporaryDirectory
    let time = HandMovedTime()
    let logger = RecordedLogs().logger
    var faults: FaultInjector = noFaults
    var limits = Outbox.Limits()

    init() throws {
        directory = try TemporaryDirectory()
    }

    func producerStore(_ name: String = "producer") throws -> Store {
        try Store.open(
            at: directory.file("\(name).sqlite"), named: name,
            migrations: [Outbox.migration, Outbox.epochMigration(number: 1)], logger: logger)
    }

    func subscriberStore(_ name: String = "subscriber") throws -> Store {
        try Store.open(
            at: directory.file("\(name).sqlite"), named: name,
            migrations: [
                Inbox.migration, RecordingApplier.migration, Inbox.headMigration(number: 2),
                Inbox.epochMigration(number: 3), Inbox.loadMigration(number: 4),
            ], logger: logger)
    }

    func outbox(_ store: Store) async throws -> Outbox {
        try await Outbox(producer: Self.producer, store: store, limits: limits, faults: faults)
    }

    func inbox(
        _ store: Store, _ applier: RecordingApplier = RecordingApplier(), standing: LogStanding = LogStanding()
    ) -> Inbox {
        Inbox(store: store, applier: applier, standing: standing, faults: faults, logger: logger)
    }

    func relay(
        of outbox: Outbox, to subscriber: String = "subscriber", over transport: any EventTransport,
        batch: Outbox.BatchLimits = Outbox.BatchLimits(events: 3)
    ) -> Relay {
        Relay(
            of: outbox, to: subscriber, over: transport, pace: Relay.Pace(batch: batch), time: time.source,
            logger: logger)
    }

    /// The sheet of the n-th day, with one quote.
    static func sheet(_ index: Int, price: String = "1.1172") throws -> Sheet {
        try Sheet(
            source: .ecb, pivot: code("EUR"), day: start.adding(days: index),
            publishedAt: HandMovedTime.defaultStart, recordedAt: HandMovedTime.defaultStart,
            quotes: [
                Quote(
                    currency: code("USD"), price: decimal(price), unit: 1, direction: .perPivot)
            ])
    }

    static func event(_ index: Int, price: String = "1.1172") throws -> Outbox.NewEvent {
        let body = EventBody.sheet(try sheet(index, price: price))
        return Outbox.NewEvent(topic: .sheets, key: body.key, body: body)
    }

    static func priceEvent(_ index: Int) throws -> Outbox.NewEvent {
        let edition = try PriceEdition(
            item: "bigmac", day: start.adding(days: index), source: SourceID(message: "economist"),
            prices: [Price(area: area("JP"), currency: code("JPY"), localPrice: decimal("480"))])
        let body = EventBody.priceEdition(edition)
        return Outbox.NewEvent(topic: .prices, key: body.key, body: body)
    }

    static func key(_ index: Int) -> String { "ecb/\(start.adding(days: index))" }

    static func code(_ text: String) throws -> CurrencyCode { try CurrencyCode(message: text) }

    static func decimal(_ text: String) throws -> ExactDecimal {
        guard let decimal = ExactDecimal(text) else { throw TestFailure("\(text) is no decimal") }
        return decimal
    }

    static func area(_ text: String) throws -> PriceArea {
        guard let area = PriceArea(text) else { throw TestFailure("\(text) is no area") }
        return area
    }

    func append(_ events: [Outbox.NewEvent], to outbox: Outbox) async throws {
        let now = time.now
        try await outbox.commit { db in _ = try outbox.append(events, at: now, in: db) }
    }

    func append(_ indices: ClosedRange<Int>, to outbox: Outbox) async throws {
        try await append(indices.map { try Self.event($0) }, to: outbox)
    }
}

/// A position of a subscriber that does not say the epoch.
extension LogPosition: ExpressibleByIntegerLiteral {
    /// Of that sequence.
    public init(integerLiteral sequence: UInt64) {
        self.init(sequence)
    }
}

/// The keys a subscriber has applied, in order.
func applied(in store: Store) async throws -> [String] {
    try await store.read { db in try String.fetchAll(db, sql: "SELECT key FROM applied ORDER BY place") }
}
