import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SharedDomain
import SharedHTTP
import SharedTelemetry
import SharedTesting

/// An edge with the routes of a test, a clock that stands still, and a log that can be read.
struct TestEdge {
    static let build = BuildInformation(
        service: "test-service", version: "0.1.0", revision: "abc1234", builtAt: Instant(seconds: 1_793_000_000),
        environment: "local")

    let edge: EdgeApplication
    let time: HandMovedTime
    let logs: RecordedLogs
    let metrics: MetricsRegistry

    init(
        _ routes: [Route] = SampleRoutes.all, report: @escaping @Sendable () async -> HealthReport = { HealthReport() },
        adjust: (inout EdgeSettings) -> Void = { _ in }, services: EdgeServices = EdgeServices()
    ) throws {
        time = HandMovedTime()
        metrics = services.metrics
        logs = RecordedLogs()
        var settings = EdgeSettings(host: "127.0.0.1", port: 0, portSetting: "TEST_HTTP_PORT")
        settings.maximumBodyBytes = 256 * 1024
        adjust(&settings)
        edge = try EdgeApplication.make(
            settings: settings, routes: routes, health: HealthReporter(report), build: Self.build,
            logger: logs.logger, services: services, time: time.source)
    }

    /// The answer to one request, without a socket.
    func ask(
        _ uri: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:], body: String? = nil
    ) async throws -> Answer {
        try await ask(uri, method, headers: headers, bytes: body.map { ByteBuffer(string: $0) })
    }

    /// The answer to one request whose body may be anything.
    func ask(
        _ uri: String, _ method: HTTPRequest.Method, headers: HTTPFields, bytes: ByteBuffer?
    ) async throws -> Answer {
        try await edge.application.test(.router) { client in
            Answer(try await client.executeRequest(uri: uri, method: method, headers: headers, body: bytes))
        }
    }

    /// The answer to a JSON body sent as such.
    func post(_ uri: String, _ body: String) async throws -> Answer {
        try await ask(uri, .post, headers: [.contentType: "application/json"], body: body)
    }
}

/// An answer as a client reads it.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: ByteBuffer

    init(_ response: TestResponse) {
        status = response.status.code
        headers = response.headers
        body = response.body
    }

    /// The document, read by Foundation: another reader than ours.
    var document: [String: Any] {
        get throws {
            let object = try JSONSerialization.jsonObject(with: Data(body.readableBytesView))
            guard let document = object as? [String: Any] else { throw TestFailure("not an object: \(object)") }
            return document
        }
    }

    /// The `error` member.
    var error: [String: Any] {
        get throws {
            guard let error = try document["error"] as? [String: Any] else { throw TestFailure("no error: \(text)") }
            return error
        }
    }

    /// The code of the error.
    var code: String? { get throws { try error["code"] as? String } }

    /// The details of the error.
    var details: [String: String] { get throws { try error["details"] as? [String: String] ?? [:] } }

    /// The `data` member.
    var data: [String: Any] {
        get throws {
            guard let data = try document["data"] as? [String: Any] else { throw TestFailure("no data: \(text)") }
            return data
        }
    }

    var text: String { String(buffer: body) }
}
