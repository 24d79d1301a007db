import Foundation
import Synchronization

/// Writes each line with one `write(2)`, so that lines of several threads or processes do not run into each other.
package final class FileDescriptorSink: LineSink {
    /// The process's standard output.
    package static let standardOutput = FileDescriptorSink(STDOUT_FILENO)
    /// The process's standard error, which leaves standard output to a command's result.
    package static let standardError = FileDescriptorSink(STDERR_FILENO)

    /// How long a full pipe is waited for before the rest of a line is dropped, in milliseconds.
    private static let patience: Int32 = 1000

    private let descriptor: Int32
    /// Held while a line is written: a pipe may take a part of it only.
    private let writing = Mutex(())

    /// A sink on an open descriptor, which stays the caller's to close.
    package init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Writes the line and its line end; gives up when the descriptor is closed or stays full.
    package func write(_ line: String) {
        var line = line + "\n"
        line.withUTF8 { write(terminated: UnsafeRawBufferPointer($0)) }
    }

    /// Writes the line as it is; gives up when the descriptor is closed or stays full.
    package func write(terminated line: UnsafeRawBufferPointer) {
        writing.withLock { _ in
            var rest = line[...]
            while !rest.isEmpty {
                let written = Foundation.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written >= 0 {
                    rest = rest.dropFirst(written)
                } else if errno == EAGAIN {
                    guard waitsUntilWritable() else { return }
                } else if errno != EINTR {
                    return
                }
            }
        }
    }

    private func waitsUntilWritable() -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&request, 1, Self.patience) > 0
    }
}
