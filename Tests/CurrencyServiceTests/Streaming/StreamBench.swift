import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SharedDomain
import SharedHTTP
import SharedTelemetry
import SharedTesting

@testable import CurrencyService

/// A service whose rates are listened to.
struct StreamBench: Sendable {
    static let path = "/api/v1/currencies/stream"

    let bench: Bench
    let stream: RateStream
    let edge: EdgeApplication

    init(_ bench: Bench, maximumSubscribers: Int = 5000, statesKept: Int = RateStream.statesKept) throws {
        self.bench = bench
        stream = RateStream(
            layers: RateLayers(holdings: bench.holdings), time: bench.time.source, metrics: bench.metrics,
            maximumSubscribers: maximumSubscribers, statesKept: statesKept)
        edge = try EdgeApplication.make(
            settings: EdgeSettings(host: "127.0.0.1", port: 0, portSetting: "CURRENCY_HTTP_PORT"),
            routes: StreamRoute(stream: stream).routes,
            health: HealthReporter { HealthReport() },
            build: BuildInformation(
                service: "currency", version: "0.0.0", revision: nil, builtAt: nil, environment: "local"),
            logger: RecordedLogs().logger, services: EdgeServices(metrics: bench.metrics), time: bench.time.source)
    }

    /// How many events of that name were sent in all.
    func sent(_ event: String) -> Int {
        bench.metrics.counter(
            "currency_stream_events_total", "Events sent to streams of rates.", labels: ["event"]
        ).with(event).value
    }

    /// What a browser gets that listens while `change` happens, until so many events were sent in all; then every stream
    /// is ended.
    func listen(
        _ query: String = "", lastEventID: String? = nil, until counts: [String: Int],
        _ change: () async throws -> Void = {}
    ) async throws -> EventStreamReader {
        EventStreamReader(try await text(query, lastEventID: lastEventID, until: counts, change))
    }

    /// The same as it comes.
    func text(
        _ query: String = "", lastEventID: String? = nil, until counts: [String: Int],
        _ change: () async throws -> Void = {}
    ) async throws -> String {
        var headers = HTTPFields()
        if let lastEventID, let name = HTTPField.Name("Last-Event-ID") { headers[name] = lastEventID }
        async let answer = ask(query, headers: headers)
        try await eventually("listening") { stream.subscriberCount > 0 }
        try await change()
        try await eventually("\(counts) sent") { counts.allSatisfy { sent($0.key) >= $0.value } }
        stream.close()
        return try await answer.text
    }

    /// The whole answer, for requests whose answer has an end.
    func ask(_ query: String = "", _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:]) async throws
        -> Answer
    {
        try await edge.application.test(.router) { client in
            Answer(try await client.executeRequest(uri: Self.path + query, method: method, headers: headers, body: nil))
        }
    }

    /// Begins to listen beside HTTP.
    func open(
        _ symbols: [String]? = nil, base: String = "KRW", after id: String? = nil
    ) async throws -> OpenedStream {
        let question = LatestQuestion(base: try code(base), symbols: try symbols?.map(code), significantDigits: 10)
        return try await stream.open(StreamQuestion(question), after: id, over: .http)
    }
}

/// Runs `body` with a service that holds the rates of 28 October 2026: a dollar is 1,200 won, a yen 10.
func withStreamBench<Result>(
    maximumSubscribers: Int = 5000, statesKept: Int = RateStream.statesKept,
    isolation: isolated (any Actor)? = #isolation, _ body: (StreamBench) async throws -> Result
) async throws -> Result {
    try await withBench { bench in
        try await bench.receive([ecbSheet("2026-10-28", ["USD": "1.25", "JPY": "150", "KRW": "1500"])])
        return try await body(
            StreamBench(bench, maximumSubscribers: maximumSubscribers, statesKept: statesKept))
    }
}
