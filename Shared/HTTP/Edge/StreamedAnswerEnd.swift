import HTTPTypes
import HummingbirdCore
import NIOCore
import Synchronization

/// Notes the end of one answer whose body is written after its head: exactly once, however it ends.
final class StreamedAnswerEnd: Sendable {
    private let note: @Sendable (_ bytes: Int, _ isCut: Bool) -> Void
    private let bytes = Atomic(0)
    private let isNoted = Atomic(false)

    /// - Parameter note: Told how many bytes of the body were sent, and whether its end is missing.
    init(note: @escaping @Sendable (_ bytes: Int, _ isCut: Bool) -> Void) {
        self.note = note
    }

    /// An answer whose head could not be sent never comes to its body.
    deinit {
        end(isCut: true)
    }

    /// The same body, whose end is noted. An answer that is handed over to its connection is noted then.
    func body(_ content: ResponseBody) -> ResponseBody {
        ResponseBody { [self] connection in
            do {
                try await content.write(CountingWriter(connection: connection, end: self))
            } catch {
                end(isCut: !(error is StreamedResponses.HandedOver))
                throw error
            }
            end(isCut: false)
        }
    }

    private func end(isCut: Bool) {
        guard !isNoted.exchange(true, ordering: .acquiringAndReleasing) else { return }
        note(bytes.load(ordering: .acquiring), isCut)
    }

    /// Counts what goes to the connection.
    private struct CountingWriter: ResponseBodyWriter {
        var connection: any ResponseBodyWriter
        let end: StreamedAnswerEnd

        mutating func write(_ buffer: ByteBuffer) async throws {
            try await connection.write(buffer)
            end.bytes.add(buffer.readableBytes, ordering: .releasing)
        }

        consuming func finish(_ trailers: HTTPFields?) async throws {
            try await connection.finish(trailers)
        }
    }
}
