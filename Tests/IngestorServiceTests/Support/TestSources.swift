import Foundation
import Logging
import SharedDomain
import SharedTesting
import Synchronization

@testable import IngestorService

extension ECBSource {
    /// The ECB at a scripted upstream.
    static func at(
        _ upstream: ScriptableUpstream, time: TimeSource = .pausesPass, logger: Logger = RecordedLogs().logger,
        shipped: ShippedFile? = nil
    ) -> ECBSource {
        .at(upstream.baseURL, time: time, logger: logger, shipped: shipped)
    }

    /// The ECB at an address.
    static func at(
        _ base: String, time: TimeSource = .pausesPass, logger: Logger = RecordedLogs().logger,
        shipped: ShippedFile? = nil
    ) -> ECBSource {
        let endpoint = SourceEndpoint(base: base, timeout: TimeSource.deadline)
        let fetcher = HTTPFetcher(
            source: .ecb, endpoint: endpoint, tools: FetchTools(time: time, logger: logger))
        return ECBSource(fetcher: fetcher, shippedFile: shipped)
    }

    /// Where nothing listens: port 1 of this machine.
    static func unreachable(shipped: ShippedFile? = nil) -> ECBSource {
        .at("http://127.0.0.1:1", shipped: shipped)
    }
}

extension ShippedFile {
    /// A shipped file with this content.
    static func text(_ content: String) -> ShippedFile {
        ShippedFile(name: "shipped.csv", unit: "days") { Array(content.utf8) }
    }
}

/// A source that publishes several sheets a day, and says of each when it did: in lines such as
/// `2026-10-30 2026-10-30T01:00:00Z USD=1.1 JPY=170`.
final class IntradaySource: Source {
    let id: SourceID
    private let text: Mutex<String>

    init(_ lines: [String]) throws {
        id = try .named("intraday")
        text = Mutex(lines.joined(separator: "\n"))
    }

    var calendar: PublicationCalendar? { nil }
    var shippedFile: ShippedFile? { nil }
    var isLive: Bool { true }

    /// What it publishes from now on.
    func publishes(_ lines: [String]) { text.withLock { $0 = lines.joined(separator: "\n") } }

    func fetch(beyond held: SourceHoldings, at now: Instant) async throws -> Fetched {
        let body = Array(text.withLock { $0 }.utf8)
        return Fetched(payloads: [
            Payload(origin: .live, url: "test:intraday", fetchedAt: now, status: 200, headers: [:], body: body)
        ])
    }

    func parse(_ payload: Payload) throws(UnreadablePayload) -> [Publication] {
        var publications: [Publication] = []
        for line in String(decoding: payload.body, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count > 2, let day = Day(words[0]), let moment = Instant(words[1]) else {
                throw UnreadablePayload(line: nil, "'\(line)' is not a sheet")
            }
            let quotes = words.dropFirst(2).map { word in
                PublishedQuote(currency: String(word.prefix(3)), price: String(word.dropFirst(4)), direction: .perPivot)
            }
            publications.append(.sheet(PublishedSheet(day: day, publishedAt: moment, pivot: .eur, quotes: quotes)))
        }
        return publications
    }
}

extension TimeSource {
    /// What calls of tests may take.
    static let deadline = Duration.seconds(600)

    /// Pauses between attempts pass at once, and the deadline of a call never comes.
    static var pausesPass: TimeSource { pausesPass { _ in } }

    /// The same, with every pause reported.
    static func pausesPass(_ onPause: @escaping @Sendable (Duration) -> Void) -> TimeSource {
        TimeSource(
            now: { Rig.fridayEvening },
            sleep: { duration in
                try Task.checkCancellation()
                guard duration >= deadline else { return onPause(duration) }
                try await Gate().wait()
            })
    }

    /// The deadline of each call comes as soon as the upstream has its request.
    static func deadlinePasses(at upstream: ScriptableUpstream) -> TimeSource {
        let known = upstream.requests.count
        let calls = Collected<Void>()
        return TimeSource(
            now: { Rig.fridayEvening },
            sleep: { duration in
                try Task.checkCancellation()
                guard duration >= deadline else { return }
                calls.add(())
                try await upstream.waitForRequests(known + calls.all.count)
            })
    }
}

/// A list that several tasks add to.
final class Collected<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])

    var all: [Element] { elements.withLock { $0 } }

    func add(_ element: Element) { elements.withLock { $0.append(element) } }
}
