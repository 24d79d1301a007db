import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import SharedDomain

/// Reads the body of one request, within its bounds.
struct RequestBodyReader {
    let request: Request
    let maximumBytes: Int

    /// What `Content-Length` says, nil for a body in chunks or none.
    private var announcedBytes: Int? { request.headers[.contentLength].flatMap { Int($0) } }

    /// Whether the body is sent in chunks, its length known only at its end.
    private var isChunked: Bool { request.headers[.transferEncoding] != nil }

    /// Whether the request has a body.
    var hasBody: Bool { isChunked || announcedBytes ?? 0 > 0 }

    /// Whether a body that nobody read is worth reading to its end, to keep the connection for the next request.
    var isCheapToSkip: Bool { !isChunked && announcedBytes ?? 0 <= maximumBytes }

    /// Throws `UNSUPPORTED_MEDIA_TYPE` or `PAYLOAD_TOO_LARGE` for a body that is not worth reading.
    func checkHead() throws {
        guard hasBody else { return }
        // Another reader on the way may see another end of the body than we do (RFC 9112, section 6.1).
        guard !isChunked || request.headers[.transferEncoding]?.lowercased() == "chunked" else {
            throw ServiceError.malformed(
                "Transfer-Encoding", "only chunked is understood", expected: "chunked, or Content-Length")
        }
        try MediaType.requireJSON(request.headers)
        guard announcedBytes ?? 0 <= maximumBytes else { throw tooLarge }
    }

    /// The whole body.
    ///
    /// Throws `PAYLOAD_TOO_LARGE` as soon as it is, or `INVALID_PARAMETER` for a body that breaks off.
    func read() async throws -> ByteBuffer {
        var collected = ByteBuffer()
        do {
            for try await part in request.body {
                guard collected.readableBytes + part.readableBytes <= maximumBytes else { throw tooLarge }
                collected.writeImmutableBuffer(part)
            }
        } catch let error as ServiceError {
            throw error
        } catch let error as CancellationError {
            throw error
        } catch {
            // The connection broke off, or what came was not a body in HTTP's terms.
            throw ServiceError.malformed("body", "it broke off", expected: "a complete body")
        }
        return collected
    }

    private var tooLarge: ServiceError {
        ServiceError(
            .payloadTooLarge, "The body is larger than \(maximumBytes) bytes.",
            details: ["parameter": "body", "expected": "at most \(maximumBytes) bytes"])
    }
}
