import HummingbirdCore
package import NIOCore
import SharedTelemetry

/// Writes the body of one streamed answer.
package struct StreamWriter {
    /// Thrown by a body to break its answer off: the connection is closed at once, what is not on its way is dropped,
    /// and nothing is logged.
    package struct BrokenOff: Error {
        /// The error.
        package init() {}
    }

    /// Breaks the answer off from any thread, also while a write waits for the client; the write throws then.
    package let breakOff: @Sendable () -> Void

    private var connection: any ResponseBodyWriter
    private let sent: Counter

    init(_ connection: any ResponseBodyWriter, sent: Counter, breakOff: @escaping @Sendable () -> Void) {
        self.connection = connection
        self.sent = sent
        self.breakOff = breakOff
    }

    /// Sends bytes, and waits while the client has not read most of what was sent before.
    ///
    /// Throws `ClientPresence.Gone` when the connection is closed, or `CancellationError`.
    package mutating func write(_ bytes: ByteBuffer) async throws {
        do {
            try await connection.write(bytes)
        } catch let error as CancellationError {
            throw error
        } catch {
            // Whatever the reason, nobody is there to read.
            throw ClientPresence.Gone()
        }
        sent.add(bytes.readableBytes)
    }

    /// Says that this was all.
    func finish() async throws {
        try await connection.finish(nil)
    }
}
