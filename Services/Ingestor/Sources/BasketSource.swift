import Crypto
import Foundation
import SharedDomain
import Synchronization

/// The operator's own baskets, in a file that is read again whenever it has changed.
///
/// What the file says now counts: a changed price corrects its edition, and a line that was removed is gone from it. An
/// edition of which no line is left stays as it was last held.
final class BasketSource: Source {
    /// The name that its runs, failures and refusals go by; its editions carry the name of who collected them.
    static let name = "baskets"
    /// The largest file that is read: about 80,000 prices.
    static let byteLimit = 4 * 1024 * 1024

    let id: SourceID
    private let path: String
    /// The SHA-256 of the content that was taken in last.
    private let taken = Mutex<Data?>(nil)

    init(id: SourceID, file: URL) {
        self.id = id
        path = file.path
    }

    var calendar: PublicationCalendar? { nil }
    var shippedFile: ShippedFile? { nil }
    var isLive: Bool { true }

    func fetch(beyond held: SourceHoldings, at now: Instant) async throws -> Fetched {
        let body: [UInt8]
        do throws(RegularFile.Refusal) {
            body = try RegularFile.bytes(at: path, atMost: Self.byteLimit)
        } catch {
            // `/health` tells this to anyone: the name of the setting, not where the file is.
            throw FetchFailure("the file of BASKETS_FILE \(error.reason)")
        }
        guard taken.withLock({ $0 != Self.hash(of: body) }) else { return Fetched() }
        let payload = Payload(
            origin: .live, url: "file:\(path)", fetchedAt: now, status: 200, headers: [:], body: body)
        return Fetched(payloads: [payload])
    }

    func parse(_ payload: Payload) throws(UnreadablePayload) -> [Publication] {
        try BasketFile.publications(in: payload.body, today: Day(of: payload.fetchedAt, in: .gmt))
    }

    func took(_ payloads: [Payload]) {
        guard let last = payloads.last else { return }
        taken.withLock { $0 = Self.hash(of: last.body) }
    }

    private static func hash(of bytes: [UInt8]) -> Data { Data(SHA256.hash(data: bytes)) }
}
