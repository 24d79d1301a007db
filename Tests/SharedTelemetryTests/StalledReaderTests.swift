import Foundation
import SharedTelemetry
import SharedTesting
import Testing

@Suite("A log that nobody reads", .timeLimit(.minutes(1)))
struct StalledReaderTests {
    @Test("does not hold up whoever logs, and says how many lines were dropped once it is read again")
    func stalled() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw TestFailure("no pipe") }
        defer { for end in ends { close(end) } }
        let sink = FileDescriptorSink(ends[1])
        let line = String(repeating: "x", count: 1023)
        // A pipe holds 64 KiB on Linux and less elsewhere: most of these find no room.
        for _ in 0..<500 { sink.write(line) }

        let before = try read(ends[0])
        #expect(before.count < 200 * 1024)
        sink.write("read again")
        let after = String(decoding: try read(ends[0]), as: UTF8.self)
        let parts = after.split(separator: "\n")
        #expect(parts.last == "read again")
        #expect(parts.contains { $0.hasSuffix("log lines were dropped: nobody read them in time") }, "\(after)")
    }

    /// What is in the pipe now.
    private func read(_ descriptor: Int32) throws -> [UInt8] {
        var all: [UInt8] = []
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        var part = [UInt8](repeating: 0, count: 65_536)
        while poll(&request, 1, 0) > 0 {
            let count = Foundation.read(descriptor, &part, part.count)
            guard count > 0 else { throw TestFailure("the pipe cannot be read") }
            all += part.prefix(count)
        }
        return all
    }
}
