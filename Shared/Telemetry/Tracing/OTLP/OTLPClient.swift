import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SharedDomain

/// Posts batches to one collector.
struct OTLPClient: Sendable {
    private let client: HTTPClient
    private let endpoint: OTLPEndpoint
    private let time: TimeSource

    init(_ client: HTTPClient, endpoint: OTLPEndpoint, time: TimeSource) {
        self.client = client
        self.endpoint = endpoint
        self.time = time
    }

    /// One connection, no redirects (they would carry keys elsewhere), no attempts beside ours.
    static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1
        return configuration
    }

    /// One attempt, within the deadline; what goes wrong is the outcome.
    func post(_ body: String, spanCount: Int) async -> OTLPOutcome {
        await within(OTLPLimits.deadline, time) { await once(body, spanCount) }
            ?? .tryAgain(after: nil, cause: "no answer within \(OTLPLimits.deadline)")
    }

    private func once(_ body: String, _ spanCount: Int) async -> OTLPOutcome {
        do {
            var request = HTTPClientRequest(url: endpoint.url)
            request.method = .POST
            for (name, value) in endpoint.headers { request.headers.replaceOrAdd(name: name, value: value) }
            request.headers.replaceOrAdd(name: "content-type", value: OTLPBody.contentType)
            request.headers.replaceOrAdd(name: "user-agent", value: "currency-travel")
            request.body = .bytes(ByteBuffer(string: body))
            let response = try await client.execute(request, deadline: .distantFuture)
            let retryAfter = response.headers.first(name: "retry-after")
            if let outcome = OTLPOutcome(status: response.status.code, retryAfter: retryAfter) { return outcome }
            return .taken(rejected: await rejected(in: response, of: spanCount))
        } catch {
            return .tryAgain(after: nil, cause: "no connection")
        }
    }

    /// An answer that is too long, breaks off or is not JSON says nothing: its status said that the spans were taken.
    private func rejected(in response: HTTPClientResponse, of count: Int) async -> Int {
        do {
            let body = try await response.body.collect(upTo: OTLPLimits.answerBytes)
            return try OTLPOutcome.rejected(in: Array(body.readableBytesView), of: count)
        } catch {
            return 0
        }
    }
}

/// Runs an operation for a limited time; nil when that is over first, or the task is cancelled.
private func within<Value: Sendable>(
    _ limit: Duration, _ time: TimeSource, _ operation: @escaping @Sendable () async -> Value
) async -> Value? {
    await withTaskGroup(of: Value?.self) { group in
        defer { group.cancelAll() }
        group.addTask { await operation() }
        group.addTask {
            do { try await time.sleep(limit) } catch { return nil }
            return nil
        }
        return await group.next() ?? nil
    }
}
