import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SharedHTTP
import SharedTesting

@testable import CurrencyService

extension Bench {
    /// The edge that every service has, with our routes. It keeps answers.
    /// - Parameter services: who may ask; by default everyone, and nobody has a key.
    func edge(_ services: EdgeServices? = nil) throws -> EdgeApplication {
        try EdgeApplication.make(
            settings: EdgeSettings(host: "127.0.0.1", port: 0, portSetting: "CURRENCY_HTTP_PORT"),
            routes: useCases.routes,
            health: HealthReporter { HealthReport() },
            build: BuildInformation(
                service: "currency", version: "0.0.0", revision: nil, builtAt: nil, environment: "local"),
            logger: RecordedLogs().logger,
            services: services ?? EdgeServices(metrics: metrics), time: time.source)
    }

    /// What a client gets for a request, over an edge of its own.
    func ask(_ uri: String, _ method: HTTPRequest.Method = .get) async throws -> Answer {
        try await edge().ask(uri, method)
    }
}

extension EdgeApplication {
    /// What a client gets for a request.
    /// - Parameter held: the entity tag of the answer that the client holds.
    func ask(_ uri: String, _ method: HTTPRequest.Method = .get, held: String? = nil) async throws -> Answer {
        var headers = HTTPFields()
        headers[.ifNoneMatch] = held
        return try await application.test(.router) { [headers] client in
            Answer(try await client.executeRequest(uri: uri, method: method, headers: headers, body: nil))
        }
    }
}

/// An answer as a client reads it.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String

    init(_ response: TestResponse) {
        status = response.status.code
        headers = response.headers
        text = String(buffer: response.body)
    }

    /// A member of the document, read by Foundation: another reader than ours.
    func member(_ name: String) throws -> [String: Any] {
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        guard let member = document?[name] as? [String: Any] else { throw TestFailure("no \(name): \(text)") }
        return member
    }

    /// The code of the error.
    var code: String? { get throws { try member("error")["code"] as? String } }
    /// What an error says to a person. Not the whole answer, whose trace identifier may hold any digits.
    var message: String { get throws { try member("error")["message"] as? String ?? "" } }
}
