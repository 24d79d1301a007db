import HummingbirdCore
package import NIOCore
import SharedTelemetry

/// Writes the body of one streamed answer.
package struct StreamWriter {
    /// After how many bytes it is waited until the connection has taken them: it says only then that it is full.
    private static let mostAhead = 65_536

    private var connection: any ResponseBodyWriter
    /// What the bytes pass through; nil where they go as they are.
    private var compressor: PieceCompressor?
    private let sent: Counter
    /// Where the connection works; nil where there is none.
    private let eventLoop: (any EventLoop)?
    private var ahead = 0

    init(
        _ connection: any ResponseBodyWriter, in coding: ContentCoding = .identity, on eventLoop: (any EventLoop)?,
        sent: Counter
    ) {
        self.connection = connection
        compressor = PieceCompressor(coding)
        self.eventLoop = eventLoop
        self.sent = sent
    }

    /// Sends bytes, and waits while the client has not read most of what was sent before. In a coding they are sent when
    /// there is enough of them to be compressed together.
    ///
    /// Throws `ClientPresence.Gone` when the connection is closed, or `CancellationError`.
    package mutating func write(_ bytes: ByteBuffer) async throws {
        guard let compressed = try compressor?.compress(bytes) else { return try await send(bytes) }
        if compressed.readableBytes > 0 { try await send(compressed) }
    }

    /// Says that this was all.
    mutating func finish() async throws {
        if let last = try compressor?.finish() { try await send(last) }
        do {
            try await connection.finish(nil)
        } catch {
            throw Self.gone(error)
        }
    }

    private mutating func send(_ bytes: ByteBuffer) async throws {
        do {
            try await connection.write(bytes)
            ahead += bytes.readableBytes
            if ahead >= Self.mostAhead, let eventLoop {
                try await eventLoop.submit {}.get()
                ahead = 0
            }
        } catch {
            throw Self.gone(error)
        }
        sent.add(bytes.readableBytes)
    }

    /// Why nothing more can be written: whatever the reason, nobody is there to read.
    private static func gone(_ error: any Error) -> any Error {
        error is CancellationError ? error : ClientPresence.Gone()
    }
}
