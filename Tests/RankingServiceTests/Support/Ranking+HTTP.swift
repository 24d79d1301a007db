import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SharedHTTP
import SharedTesting

@testable import RankingService

/// An answer as a test looks at it.
struct Answer: Sendable {
    let status: Int
    /// By their names in lower case.
    let headers: [String: String]
    let body: JSONValue
    /// The body as it was sent.
    let text: String

    /// The code of the error it is, nil for a success.
    var errorCode: String? { body["error"]?["code"]?.text }
}

extension Ranking {
    /// Asks the service's routes, without a socket.
    func ask<Result: Sendable>(
        _ charts: ChartReader? = nil, _ body: @Sendable (Asker) async throws -> Result
    ) async throws -> Result {
        let application = try edge(charts ?? self.charts)
        return try await application.application.test(.router) { try await body(Asker(client: $0)) }
    }

    /// The edge with the service's routes.
    func edge(_ charts: ChartReader, services: EdgeServices = EdgeServices()) throws -> EdgeApplication {
        try EdgeApplication.make(
            settings: EdgeSettings(host: "127.0.0.1", port: 0, portSetting: "RANKING_HTTP_PORT"),
            routes: ChartRoutes(charts: charts, board: board).routes + SelectionRoutes(desk: desk).routes,
            health: HealthReporter { HealthReport() },
            build: BuildInformation(
                service: "ranking-service", version: "0", revision: nil, builtAt: nil, environment: "local"),
            logger: RecordedLogs().logger, services: services, time: time.source)
    }
}

/// Sends requests to the routes of a test.
struct Asker: Sendable {
    let client: any TestClientProtocol

    func get(_ uri: String, headers: [String: String] = [:]) async throws -> Answer {
        try await answer(uri, .get, headers, nil)
    }

    /// Sends a selection as JSON.
    func select(_ body: String, key: String? = nil) async throws -> Answer {
        try await select(bytes: Array(body.utf8), key: key)
    }

    /// Sends bytes that claim to be JSON.
    func select(bytes: [UInt8], key: String? = nil, contentType: String = "application/json") async throws -> Answer {
        var headers = ["Content-Type": contentType]
        headers["Idempotency-Key"] = key
        return try await answer("/api/v1/rankings/selections", .post, headers, ByteBuffer(bytes: bytes))
    }

    private func answer(
        _ uri: String, _ method: HTTPRequest.Method, _ headers: [String: String], _ body: ByteBuffer?
    ) async throws -> Answer {
        let fields = HTTPFields(
            headers.compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } })
        return try await client.execute(uri: uri, method: method, headers: fields, body: body) { response in
            Answer(
                status: response.status.code,
                headers: Dictionary(
                    response.headers.map { ($0.name.canonicalName, $0.value) }, uniquingKeysWith: { first, _ in first }),
                body: response.body.readableBytes == 0 ? .null : try JSONParser.parse(response.body),
                text: String(buffer: response.body))
        }
    }
}

extension JSONValue {
    subscript(name: String) -> JSONValue? {
        if case .object(let object) = self { object[name] } else { nil }
    }

    /// The elements of an array.
    var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// A scalar as it was written.
    var text: String? {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let number): number.text
        case .string(let text): text
        case .array, .object: nil
        }
    }

    /// The members of an object, and what each scalar was written as.
    func texts(_ names: String...) -> [String?] { names.map { self[$0]?.text } }
}
