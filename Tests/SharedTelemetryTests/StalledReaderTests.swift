import Foundation
import SharedTelemetry
import SharedTesting
import Testing

@Suite("A log that nobody reads", .timeLimit(.minutes(1)))
struct StalledReaderTests {
    /// With its line end 1,024 bytes.
    private static let filler = String(repeating: "x", count: 1023)

    @Test("does not hold up whoever logs, and says how many lines were dropped once it is read again")
    func stalled() async throws {
        let pipe = try OpenPipe()
        defer { pipe.close() }
        let sink = FileDescriptorSink(pipe.writingEnd)
        // Far more than what may wait, 512 KiB, and a pipe's own room.
        let sent = 2000
        for _ in 0..<sent { sink.write(Self.filler) }
        let (lines, others) = try await read(from: pipe, to: sink)
        let dropped = Self.dropped(lines)
        #expect(dropped > sent / 2)
        #expect(lines.count { $0 == Self.filler } + dropped == sent + others)
    }

    @Test("keeps no more lines of requests than their bound, and takes warnings beyond that, after them")
    func bound() async throws {
        let pipe = try OpenPipe()
        defer { pipe.close() }
        let sink = FileDescriptorSink(pipe.writingEnd, longestDelay: .milliseconds(1))
        let sent = 2000
        for _ in 0..<sent { sink.keep(Self.filler) }
        sink.write("warning")
        let (lines, others) = try await read(from: pipe, to: sink)
        #expect(lines.contains("warning"))
        let dropped = Self.dropped(lines)
        #expect(dropped > 0)
        let kept = lines.count { $0 == Self.filler }
        #expect(kept + dropped == sent + others)
        // 256 KiB that wait, as much that is being written, and what the pipe holds: 64 KiB, or less elsewhere.
        #expect(kept <= 256 + 256 + 64)
        let place = try #require(lines.firstIndex(of: "warning"))
        #expect(!lines[place...].contains { $0 == Self.filler })
    }

    @Test("whose reader is gone loses lines and harms nobody")
    func closed() throws {
        signal(SIGPIPE, SIG_IGN)
        let pipe = try OpenPipe()
        let sink = FileDescriptorSink(pipe.writingEnd, longestDelay: .seconds(3600))
        pipe.closeReadingEnd()
        sink.keep("lost")
        sink.write("lost too")
        sink.flush()
        pipe.closeWritingEnd()
    }

    @Test("a terminal that takes nothing holds nobody up either")
    func terminal() async throws {
        let terminal = try OpenTerminal()
        defer { terminal.close() }
        let sink = FileDescriptorSink(terminal.programsEnd)
        let sent = 2000
        for _ in 0..<sent { sink.write(Self.filler) }
        let (lines, others) = try await read(from: terminal, to: sink)
        #expect(lines.count { $0 == Self.filler } + Self.dropped(lines) == sent + others)
    }

    /// All lines up to one that is written in the end, and how many of those it took that do not count: they were dropped.
    private func read(
        from end: some ReadableEnd, to sink: FileDescriptorSink
    ) async throws -> (lines: [Substring], others: Int) {
        var all: [UInt8] = []
        var sent = 0
        try await eventually("nothing more to read") {
            all += try end.readWhatIsThere()
            sent += 1
            sink.write("end")
            return all.ends(with: "end\n") || all.ends(with: "end\r\n")
        }
        all += try end.readWhatIsThere()
        let lines = String(decoding: all, as: UTF8.self).split { $0.isNewline }
        return (lines, sent - lines.count { $0 == "end" })
    }

    /// The sum of what the lines say.
    private static func dropped(_ lines: [Substring]) -> Int {
        lines.compactMap { line in
            line.hasSuffix(" log lines were dropped: they could not be written in time")
                ? line.split(separator: " ").first.flatMap { Int($0) } : nil
        }.reduce(0, +)
    }
}

extension [UInt8] {
    fileprivate func ends(with text: String) -> Bool {
        suffix(text.utf8.count).elementsEqual(text.utf8)
    }
}
