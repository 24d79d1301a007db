import Foundation
import Hummingbird
import HummingbirdTesting
import SharedHTTP
import SharedTesting

@testable import HistoryService

/// An answer as a client reads it.
struct Answer: Sendable {
    let status: Int
    let text: String

    /// A member of the document, read by Foundation: another reader than ours.
    func member(_ name: String) throws -> [String: Any] {
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        guard let member = document?[name] as? [String: Any] else { throw TestFailure("no \(name): \(text)") }
        return member
    }

    /// The code of the error.
    var code: String? { get throws { try member("error")["code"] as? String } }

    /// The message of the error.
    var message: String { get throws { try member("error")["message"] as? String ?? "" } }
}

/// What a client gets for a request, over the edge that every service has.
func ask(_ memory: SeriesMemory, _ uri: String, _ method: HTTPRequest.Method = .get) async throws -> Answer {
    let time = HandMovedTime()
    let edge = try EdgeApplication.make(
        settings: EdgeSettings(host: "127.0.0.1", port: 0, portSetting: "HISTORY_HTTP_PORT"),
        routes: [HistoryRoute(reader: SeriesReader(memory: memory)).route],
        health: HealthReporter { HealthReport() },
        build: BuildInformation(
            service: "history", version: "0.0.0", revision: nil, builtAt: nil, environment: "local"),
        logger: RecordedLogs().logger, time: time.source)
    return try await edge.application.test(.router) { client in
        let response = try await client.executeRequest(uri: uri, method: method, headers: [:], body: nil)
        return Answer(status: response.status.code, text: String(buffer: response.body))
    }
}
