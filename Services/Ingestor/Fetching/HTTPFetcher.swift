import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import SharedDomain
import SharedResilience

/// Asks one source over HTTP. Each call has a deadline and a largest answer, follows no redirect, and is tried again
/// where that may help, unless the source has failed so often that it is left alone for a while.
struct HTTPFetcher: Sendable {
    /// What is kept of an answer's headers.
    private static let keptHeaders = ["content-type", "last-modified", "etag", "date", "content-length"]

    private let source: SourceID
    private let endpoint: SourceEndpoint
    private let tools: FetchTools
    private let breaker: CircuitBreaker
    private let retries: RetryPolicy

    init(source: SourceID, endpoint: SourceEndpoint, tools: FetchTools) {
        self.source = source
        self.endpoint = endpoint
        self.tools = tools
        // What is not worth retrying (a 404, a redirect) is a mistake of ours or theirs, not a source that is down.
        breaker = CircuitBreaker(time: tools.time) { ($0 as? FetchFailure)?.advice != .giveUp }
        retries = RetryPolicy { ($0 as? FetchFailure)?.advice ?? .giveUp }
    }

    /// Whether the source is asked at all now.
    var breakerState: CircuitBreakerState { get async { await breaker.state } }

    /// Fetches a path of the source, in which `SourceEndpoint.keyMark` stands for its key.
    /// - Throws: `FetchFailure`; `CancellationError`.
    func get(_ path: String, atMost limit: Int) async throws -> Payload {
        do {
            return try await retries.run(time: tools.time) { _ in
                try await breaker.run { try await tools.limiter.run { try await once(path, limit) } }
            }
        } catch is CircuitOpen {
            throw FetchFailure("\(host) failed too often and is left alone for a while")
        }
    }

    /// One attempt, with its deadline. The client's own deadline ends with the head of the answer.
    private func once(_ path: String, _ limit: Int) async throws -> Payload {
        do {
            return try await withDeadline(endpoint.timeout, time: tools.time) { try await ask(path, limit) }
        } catch is DeadlineExceeded {
            throw FetchFailure("no answer from \(host) within \(endpoint.timeout.components.seconds) s", .retry())
        }
    }

    private func ask(_ path: String, _ limit: Int) async throws -> Payload {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        // Trying again is ours to decide: the client would go on until a deadline that it does not have.
        configuration.connectionPool.retryConnectionEstablishment = false
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                var request = HTTPClientRequest(url: endpoint.url(path))
                request.headers.add(name: "user-agent", value: "currency-travel")
                let response = try await client.execute(request, deadline: .distantFuture)
                try refuseUnlessOK(response)
                let body = try await response.body.collect(upTo: limit)
                return payload(path, response, [UInt8](buffer: body))
            }
        } catch let failure as FetchFailure {
            throw failure
        } catch is NIOTooManyBytesError {
            throw FetchFailure("the answer is larger than \(limit) bytes")
        } catch {
            try Task.checkCancellation()
            tools.logger.debug("a call failed", metadata: ["source": "\(source)", "cause": "\(redacted("\(error)"))"])
            throw FetchFailure("no connection to \(host)", .retry())
        }
    }

    private func refuseUnlessOK(_ response: HTTPClientResponse) throws {
        let code = response.status.code
        switch code {
        case 200: return
        case 300..<400: throw FetchFailure("HTTP \(code): redirected, which is not followed")
        case 429, 500...:
            let seconds = response.headers.first(name: "retry-after").flatMap { UInt32($0) }
            throw FetchFailure("HTTP \(code)", .retry(after: seconds.map { .seconds($0) }))
        default: throw FetchFailure("HTTP \(code)")
        }
    }

    private func payload(_ path: String, _ response: HTTPClientResponse, _ body: [UInt8]) -> Payload {
        var headers: [String: String] = [:]
        for name in Self.keptHeaders {
            headers[name] = response.headers.first(name: name).map { ServiceError.quoted($0) }
        }
        return Payload(
            origin: .live, url: endpoint.urlWithoutKey(path), fetchedAt: tools.time.now(),
            status: Int(response.status.code), headers: headers, body: body)
    }

    private var host: String { URLComponents(string: endpoint.base)?.host ?? "\(source)" }

    /// Without the key, as it is and as an address has it: for what others say of a call.
    private func redacted(_ text: String) -> String {
        guard let key = endpoint.apiKey, !key.isEmpty else { return text }
        return [key, endpoint.encodedKey].reduce(text) { $0.replacingOccurrences(of: $1, with: "***") }
    }
}
