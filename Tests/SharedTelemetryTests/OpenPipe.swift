import Foundation
import SharedTelemetry
import SharedTesting

/// What can be read from without waiting.
protocol ReadableEnd {
    var readingEnd: Int32 { get }
}

extension ReadableEnd {
    /// What is there now.
    func readWhatIsThere() throws -> [UInt8] {
        var all: [UInt8] = []
        var request = pollfd(fd: readingEnd, events: Int16(POLLIN), revents: 0)
        var part = [UInt8](repeating: 0, count: 65_536)
        while poll(&request, 1, 0) > 0 {
            let count = Foundation.read(readingEnd, &part, part.count)
            guard count > 0 else { throw TestFailure("it cannot be read") }
            all += part.prefix(count)
        }
        return all
    }
}

/// A pipe that is read by hand.
struct OpenPipe: ReadableEnd {
    let readingEnd: Int32
    let writingEnd: Int32

    init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw TestFailure("no pipe") }
        (readingEnd, writingEnd) = (ends[0], ends[1])
    }

    func closeReadingEnd() { Foundation.close(readingEnd) }
    func closeWritingEnd() { Foundation.close(writingEnd) }

    func close() {
        closeReadingEnd()
        closeWritingEnd()
    }
}

/// A terminal that is read by hand.
struct OpenTerminal: ReadableEnd {
    let readingEnd: Int32
    /// What a program that runs in it writes to.
    let programsEnd: Int32

    init() throws {
        var (terminal, program) = (Int32(0), Int32(0))
        guard openpty(&terminal, &program, nil, nil, nil) == 0 else { throw TestFailure("no terminal") }
        (readingEnd, programsEnd) = (terminal, program)
    }

    func close() {
        Foundation.close(readingEnd)
        Foundation.close(programsEnd)
    }
}

extension FileDescriptorSink {
    /// Keeps a line as a logger of requests does.
    func keep(_ line: String) {
        var line = line + "\n"
        line.withUTF8 { keep(terminated: UnsafeRawBufferPointer($0)) }
    }
}
