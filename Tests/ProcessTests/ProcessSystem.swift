import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SharedTesting

/// What the processes of one test share: a folder for their stores, and no source but what is shipped.
struct ProcessSystem {
    let directory = Result { try TemporaryDirectory() }
    /// No one listens on port 9, discard: a source that cannot be reached, at once.
    static let unreachable = "http://127.0.0.1:9"

    func folder() throws -> TemporaryDirectory { try directory.get() }

    func environment(_ prefix: String, http: Int = 0, rpc: Int = 0) throws -> [String: String] {
        [
            "DATA_DIR": try folder().file("data"),
            "\(prefix)_HTTP_PORT": "\(http)",
            "\(prefix)_GRPC_PORT": "\(rpc)",
            "ECB_BASE_URL": Self.unreachable,
        ]
    }

    func currency(like earlier: RunningService? = nil) async throws -> RunningService {
        try await service("currency-service", "CURRENCY", like: earlier)
    }

    func history(like earlier: RunningService? = nil) async throws -> RunningService {
        try await service("history-service", "HISTORY", like: earlier)
    }

    /// What the data-ingestor needs to reach its subscribers.
    func ingestorEnvironment(currency: RunningService, history: RunningService) throws -> [String: String] {
        var environment = try environment("INGESTOR")
        environment["CURRENCY_ADDRESS"] = "127.0.0.1:\(currency.rpcPort)"
        environment["HISTORY_ADDRESS"] = "127.0.0.1:\(history.rpcPort)"
        return environment
    }

    func ingestor(currency: RunningService, history: RunningService) async throws -> RunningService {
        try await RunningService(
            "data-ingestor", environment: ingestorEnvironment(currency: currency, history: history), in: folder())
    }

    /// The rows of a store, instants of recording aside.
    func rows(_ service: String) async throws -> StoreRows {
        try await StoreRows(ofStoreAt: folder().file("data/\(service).sqlite"))
    }

    func ranking(currency: RunningService, like earlier: RunningService? = nil) async throws -> RunningService {
        var environment = try environment("RANKING", http: earlier?.httpPort ?? 0, rpc: earlier?.rpcPort ?? 0)
        environment["CURRENCY_ADDRESS"] = "127.0.0.1:\(currency.rpcPort)"
        return try await RunningService("ranking-service", environment: environment, in: folder())
    }

    private func service(
        _ executable: String, _ prefix: String, like earlier: RunningService?
    ) async throws -> RunningService {
        try await RunningService(
            executable,
            environment: environment(
                prefix, http: earlier?.httpPort ?? freePort(), rpc: earlier?.rpcPort ?? freePort()), in: folder())
    }
}

/// The status of the answer to a selection.
func select(_ port: Int, user: String, country: String) async throws -> Int {
    var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/api/v1/rankings/selections")
    request.method = .POST
    request.headers.add(name: "content-type", value: "application/json")
    request.body = .bytes(ByteBuffer(string: #"{"user_id":"\#(user)","country_code":"\#(country)"}"#))
    // Short: the client tries a port on which nobody listens any more until then.
    return Int(try await HTTPClient.shared.execute(request, timeout: .seconds(3)).status.code)
}

/// The body of an answer over HTTP.
func get(_ port: Int, _ path: String) async throws -> String {
    let request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
    return String(buffer: try await response.body.collect(upTo: 8 * 1024 * 1024))
}

/// A whole number of an answer by its key; nil when it is not there.
func figure(_ key: String, in body: String) -> Int? {
    guard let range = body.range(of: "\"\(key)\":") else { return nil }
    return Int(body[range.upperBound...].prefix { $0.isNumber })
}
