import Foundation
import Hummingbird
import HummingbirdTesting
import SharedHTTP
import SharedTesting

@testable import HistoryService

/// An answer as a client reads it.
struct Answer: Sendable {
    let status: Int
    /// By their names in lower case.
    var headers: [String: String] = [:]
    let text: String

    /// A member of the document, read by Foundation: another reader than ours.
    func member(_ name: String) throws -> [String: Any] {
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        guard let member = document?[name] as? [String: Any] else { throw TestFailure("no \(name): \(text)") }
        return member
    }

    /// The code of the error.
    var code: String? { get throws { try member("error")["code"] as? String } }

    /// One of the details of the error.
    func detail(_ name: String) throws -> String? {
        (try member("error")["details"] as? [String: Any])?[name] as? String
    }

    /// The message of the error.
    var message: String { get throws { try member("error")["message"] as? String ?? "" } }
}

/// What a client gets for a request, over the edge that every service has.
func ask(
    _ memory: SeriesMemory, _ uri: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:],
    at time: HandMovedTime = HandMovedTime()
) async throws -> Answer {
    let edge = try makeEdge(memory, time)
    return try await edge.application.test(.router) { client in
        let response = try await client.executeRequest(uri: uri, method: method, headers: headers, body: nil)
        return Answer(
            status: response.status.code,
            headers: Dictionary(
                response.headers.map { ($0.name.canonicalName, $0.value) }, uniquingKeysWith: { first, _ in first }),
            text: String(buffer: response.body))
    }
}

/// The edge that every service has, with the routes of this one.
func makeEdge(_ memory: SeriesMemory, _ time: HandMovedTime = HandMovedTime()) throws -> EdgeApplication {
    try EdgeApplication.make(
        settings: EdgeSettings(host: "127.0.0.1", port: 0, portSetting: "HISTORY_HTTP_PORT"),
        routes: HistoryUseCases(reader: SeriesReader(memory: memory), time: time.source).routes,
        health: HealthReporter { HealthReport() },
        build: BuildInformation(
            service: "history", version: "0.0.0", revision: nil, builtAt: nil, environment: "local"),
        logger: RecordedLogs().logger, time: time.source)
}
