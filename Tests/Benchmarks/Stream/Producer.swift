import Foundation
import SharedContracts
import SharedDomain
import SharedMessaging
import SharedRPC

/// Delivers sheets as the data-ingestor does, from a log of its own.
struct Producer {
    /// A sheet was not taken in.
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    /// In units of each for a euro, times a hundred.
    private static let prices = [
        "AUD": 159, "BRL": 607, "CAD": 156, "CHF": 92, "CNY": 743, "CZK": 2435, "DKK": 747, "GBP": 83, "HKD": 877,
        "HUF": 36_633, "IDR": 2_027_517, "ILS": 349, "INR": 10_608, "ISK": 13_600, "JPY": 17_568, "KRW": 149_176,
        "MXN": 2112, "MYR": 453, "NOK": 1031, "NZD": 198, "PHP": 7114, "PLN": 440, "RON": 534, "SEK": 1098,
        "SGD": 143, "THB": 3768, "TRY": 5580, "USD": 112, "ZAR": 1865,
    ]

    private let transport: GRPCEventTransport
    private let logID: String
    private var sequence: UInt64 = 0

    init(peer: RPCPeer) {
        transport = GRPCEventTransport(peer: peer)
        logID = "stream-benchmark-\(UUID().uuidString)"
    }

    /// Delivers today's sheet with other prices than those before, and returns once it is committed.
    mutating func deliver() async throws {
        let now = TimeSource.system.now()
        var event = EventsV1Event()
        event.previousSequence = sequence
        sequence += 1
        event.sequence = sequence
        event.topic = Topic.sheets.rawValue
        event.recordedAt = now.milliseconds
        event.body = EventsV1Event.OneOf_Body(.sheet(try sheet(at: now)))
        let receipt = try await transport.deliver(EventBatch(producer: "ingestor", logID: logID, events: [event]))
        if let refusal = receipt.refusals.first { throw Refused(description: refusal.reason) }
    }

    private func sheet(at now: Instant) throws -> Sheet {
        let quotes = try Self.prices.map { code, price in
            // Its last digits are those of the clock: no two sheets of a day are the same.
            let coefficient = Int128(price) * 10_000_000_000 + Int128(now.milliseconds % 86_400_000)
            guard let code = CurrencyCode(code), let price = ExactDecimal(coefficient: coefficient, exponent: -12)
            else {
                throw Refused(description: "\(code) \(price)")
            }
            return try Quote(currency: code, price: price, direction: .perPivot)
        }
        let day = Day(number: Int32(now.seconds / 86_400))
        return try Sheet(
            source: .ecb, pivot: .eur, day: day, publishedAt: now, recordedAt: now, quotes: quotes)
    }
}
