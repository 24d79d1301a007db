import Foundation
import Synchronization

/// Writes each line with one `write(2)`, so that lines of several threads or processes do not run into each other.
package final class FileDescriptorSink: LineSink {
    /// The process's standard output.
    package static let standardOutput = FileDescriptorSink(STDOUT_FILENO)
    /// The process's standard error, which leaves standard output to a command's result.
    package static let standardError = FileDescriptorSink(STDERR_FILENO)

    /// How long a reader that does not read is waited for, in milliseconds. After that lines are dropped without
    /// waiting, until it reads again: whoever logs must never stand still because of who reads.
    private static let patience: Int32 = 100
    /// POSIX promises a pipe that can be written to room for so many bytes at least (`_POSIX_PIPE_BUF`), and Linux for
    /// 4,096: what is longer is written in parts, so that no write waits.
    private static let partBytes = Int(PIPE_BUF)

    private struct State {
        /// Whether the last line found no room in time.
        var isStalled = false
        /// How many lines were dropped since.
        var dropped = 0
    }

    private let descriptor: Int32
    /// Whether it may be full: a file on a disk never is, and need not be asked.
    private let mayBeFull: Bool
    /// Held while a line is written, so that lines do not mix.
    private let state = Mutex(State())

    /// A sink on an open descriptor, which stays the caller's to close.
    package init(_ descriptor: Int32) {
        self.descriptor = descriptor
        var facts = stat()
        mayBeFull = fstat(descriptor, &facts) != 0 || facts.st_mode & S_IFMT != S_IFREG
    }

    /// Writes the line and its line end; gives up when the descriptor is closed or stays full.
    package func write(_ line: String) {
        var line = line + "\n"
        line.withUTF8 { write(terminated: UnsafeRawBufferPointer($0)) }
    }

    /// Writes the line as it is; gives up when the descriptor is closed or stays full.
    package func write(terminated line: UnsafeRawBufferPointer) {
        state.withLock { state in
            if state.dropped > 0, isWritable(within: 0) {
                let note = "\(state.dropped) log lines were dropped: nobody read them in time\n"
                state.dropped = 0
                var text = note
                state.isStalled = !text.withUTF8 { put(UnsafeRawBufferPointer($0), 0) }
            }
            state.isStalled = !put(line, state.isStalled ? 0 : Self.patience)
            if state.isStalled { state.dropped += 1 }
        }
    }

    /// Writes all of it; false when there was no room in time.
    private func put(_ line: UnsafeRawBufferPointer, _ patience: Int32) -> Bool {
        var rest = line[...]
        while !rest.isEmpty {
            guard isWritable(within: patience) else { return false }
            let part = rest.prefix(Self.partBytes)
            let written = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: part).baseAddress, part.count)
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno != EAGAIN, errno != EINTR {
                // It is closed, or its disk is full: nothing that waiting would mend.
                return true
            }
        }
        return true
    }

    private func isWritable(within patience: Int32) -> Bool {
        guard mayBeFull else { return true }
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&request, 1, patience) > 0
    }
}
