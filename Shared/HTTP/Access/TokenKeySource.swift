import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SharedDomain

/// Where the key set comes from.
package enum TokenKeySource: Sendable {
    /// A file, looked at every two seconds.
    case file(path: String)
    /// An address, asked every ten minutes, and when a token names a key that is not known.
    case url(String)
}

/// Fetches a key set from an address: one attempt, with a deadline, no redirect, and a bounded body.
struct TokenKeyFetch: Sendable {
    /// Why there is no answer, for a log.
    struct Failure: Error {
        let reason: String
    }

    private static let deadline = Duration.seconds(5)

    let url: String
    let time: TimeSource

    /// The body of the answer.
    ///
    /// Throws `Failure`; `CancellationError`.
    func run() async throws -> [UInt8] {
        do {
            return try await TimeLimit.run(Self.deadline, time) { try await ask() }
        } catch is TimeLimit.Exceeded {
            throw Failure(reason: "no answer within \(Self.deadline.components.seconds) s")
        }
    }

    private func ask() async throws -> [UInt8] {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.connectionPool.retryConnectionEstablishment = false
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                var request = HTTPClientRequest(url: url)
                request.headers.add(name: "accept", value: "application/jwk-set+json, application/json")
                let response = try await client.execute(request, deadline: .distantFuture)
                guard response.status == .ok else { throw Failure(reason: "HTTP \(response.status.code)") }
                return Array(buffer: try await response.body.collect(upTo: TokenKeySet.maximumBytes))
            }
        } catch let failure as Failure {
            throw failure
        } catch is NIOTooManyBytesError {
            throw Failure(reason: "the answer is larger than \(TokenKeySet.maximumBytes) bytes")
        } catch {
            try Task.checkCancellation()
            throw Failure(reason: "no connection: \(error)")
        }
    }
}
