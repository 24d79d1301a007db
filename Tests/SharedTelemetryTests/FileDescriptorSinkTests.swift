import Dispatch
import Foundation
import SharedTelemetry
import Synchronization
import Testing

@Suite("writing lines to a descriptor")
struct FileDescriptorSinkTests {
    @Test("lines of many tasks stay whole, none is lost, and each ends with one line end")
    func wholeLines() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "lines-\(UUID().uuidString)")
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        let sink = FileDescriptorSink(handle.fileDescriptor)
        await withTaskGroup { group in
            for task in 0..<8 {
                group.addTask {
                    for line in 0..<100 { sink.write("\(task) \(line) " + String(repeating: "\(task)", count: 5000)) }
                }
            }
        }
        try handle.close()
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        try FileManager.default.removeItem(at: file)
        #expect(lines.last?.isEmpty == true)
        let expected = (0..<8).flatMap { task in
            (0..<100).map { "\(task) \($0) " + String(repeating: "\(task)", count: 5000) }
        }
        #expect(lines.dropLast().sorted().map(String.init) == expected.sorted())
    }

    @Test("a line larger than a pipe holds arrives whole through a reader")
    func largerThanPipe() throws {
        let pipe = Pipe()
        let reading = pipe.fileHandleForReading
        let received = Mutex(Data())
        let reader = DispatchGroup()
        DispatchQueue.global().async(group: reader) {
            let bytes = reading.readDataToEndOfFile()
            received.withLock { $0 = bytes }
        }
        let line = String(repeating: "긴", count: 100_000)
        FileDescriptorSink(pipe.fileHandleForWriting.fileDescriptor).write(line)
        try pipe.fileHandleForWriting.close()
        reader.wait()
        #expect(received.withLock { $0 } == Data((line + "\n").utf8))
    }

    @Test("a closed descriptor loses the line and harms nobody")
    func closed() {
        // No process has this many descriptors.
        FileDescriptorSink(Int32.max).write("lost")
    }
}
