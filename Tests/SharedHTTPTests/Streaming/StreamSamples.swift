import NIOCore
import SharedDomain
import SharedHTTP
import SharedTesting

/// Routes whose bodies are streamed.
enum StreamSamples {
    static let request = "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n"
    static let open = #"http_server_streams{route="/stream"}"#

    /// Writes these parts, each once the gate before it is open.
    static func parts(_ parts: [(String, Gate?)]) -> Route {
        route { writer in
            for (text, gate) in parts {
                try await gate?.wait()
                try await writer.write(ByteBuffer(string: text))
            }
        }
    }

    /// A body that ends by itself.
    static func route(_ body: @escaping @Sendable (inout StreamWriter) async throws -> Void) -> Route {
        Route(
            .get, "/stream", summary: "Streams.",
            immediate: { _ in .streaming(mediaType: "text/plain; charset=utf-8", body) })
    }

    /// An answer without an end that says "hello", and goes on with what its source has.
    static func endless(_ source: HandFed) -> Route {
        Route(
            .get, "/stream", summary: "Streams without end.",
            immediate: { _ in .endless(mediaType: "text/plain", source: source) { ByteBuffer(string: "hello") } })
    }

    /// A body that writes as fast as it may until it cannot.
    static func flood(_ ended: Gate) -> Route {
        route { writer in
            defer { ended.open() }
            while true { try await writer.write(part) }
        }
    }

    /// A source that has always more.
    static func floodingSource() -> HandFed { HandFed(flood: part) }

    private static let part = ByteBuffer(repeating: 97, count: 16 * 1024)
}
