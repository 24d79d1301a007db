import Foundation
import SharedTelemetry
import SharedTesting
import Testing

@Suite("lines that are kept", .timeLimit(.minutes(1)))
struct KeptLinesTests {
    @Test("wait for each other, and are written before any other line, in order")
    func order() throws {
        let pipe = try OpenPipe()
        defer { pipe.close() }
        let sink = FileDescriptorSink(pipe.writingEnd, longestDelay: .seconds(3600))
        sink.keep("first")
        sink.keep("second")
        let before = try text(in: pipe)
        #expect(before.isEmpty)
        sink.write("third")
        let after = try text(in: pipe)
        #expect(after == "first\nsecond\nthird\n")
    }

    @Test("are written when the longest delay is over, again and again")
    func delay() async throws {
        let pipe = try OpenPipe()
        defer { pipe.close() }
        let sink = FileDescriptorSink(pipe.writingEnd, longestDelay: .milliseconds(5))
        for line in ["first", "second"] {
            sink.keep(line)
            var read = ""
            try await eventually("the line was not written") {
                read += try text(in: pipe)
                return read == line + "\n"
            }
        }
    }

    @Test("are written without delay as soon as they are 32 KiB, in parts of whole lines")
    func batch() async throws {
        let pipe = try OpenPipe()
        defer { pipe.close() }
        let sink = FileDescriptorSink(pipe.writingEnd, longestDelay: .seconds(3600))
        let line = String(repeating: "x", count: 1023)
        for _ in 0..<31 { sink.keep(line) }
        let before = try text(in: pipe)
        #expect(before.isEmpty)
        sink.keep(line)
        var read = ""
        try await eventually("the lines were not written") {
            read += try text(in: pipe)
            return read.utf8.count >= 32 * 1024
        }
        #expect(read == String(repeating: line + "\n", count: 32))
    }

    @Test("are written by a flush, after which nothing waits")
    func flush() throws {
        let pipe = try OpenPipe()
        defer { pipe.close() }
        let sink = FileDescriptorSink(pipe.writingEnd, longestDelay: .seconds(3600))
        sink.flush()
        for line in 0..<100 { sink.keep("\(line)") }
        sink.flush()
        let read = try text(in: pipe)
        #expect(read == (0..<100).map { "\($0)\n" }.joined())
    }

    @Test("of many tasks stay whole, and none is lost")
    func manyTasks() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "lines-\(UUID().uuidString)")
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        let sink = FileDescriptorSink(handle.fileDescriptor, longestDelay: .milliseconds(1))
        await withTaskGroup { group in
            for task in 0..<8 {
                group.addTask {
                    for line in 0..<500 {
                        // No more than may wait at a time.
                        if line % 50 == 0 { sink.flush() }
                        sink.keep("\(task) \(line) " + String(repeating: "\(task)", count: 300))
                    }
                }
            }
        }
        sink.flush()
        try handle.close()
        let text = try String(contentsOf: file, encoding: .utf8)
        try FileManager.default.removeItem(at: file)
        let expected = (0..<8).flatMap { task in
            (0..<500).map { "\(task) \($0) " + String(repeating: "\(task)", count: 300) }
        }
        #expect(text.split(separator: "\n").map(String.init).sorted() == expected.sorted())
        // Each task's own come in its order.
        let ofFirst = text.split(separator: "\n").filter { $0.hasPrefix("0 ") }.map(String.init)
        #expect(ofFirst == Array(expected.prefix(500)))
    }

    private func text(in pipe: OpenPipe) throws -> String {
        String(decoding: try pipe.readWhatIsThere(), as: UTF8.self)
    }
}
