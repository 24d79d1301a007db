import Foundation

/// Writes bytes to an open descriptor, and waits while there is no room.
struct DescriptorWriter: Sendable {
    private let descriptor: Int32
    /// A file on a disk takes any number of bytes at once. What is written to a pipe or a terminal is written in parts of
    /// whole lines for which there is room when there is any (POSIX, `_POSIX_PIPE_BUF`; Linux has 4,096 bytes), and which
    /// do not mix with the lines of other processes.
    private let isFile: Bool

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        var facts = stat()
        isFile = fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    }

    /// Writes lines that end with their line ends.
    ///
    /// - Parameter patience: How long room is waited for before each part, in milliseconds; negative: for ever.
    /// - Returns: How many bytes were written; not all where there was no room in time, and where the descriptor is closed
    ///   or its disk is full, which waiting would not mend.
    func write(_ lines: UnsafeRawBufferPointer, patience: Int32 = -1) -> Int {
        var written = 0
        while written < lines.count {
            let rest = UnsafeRawBufferPointer(rebasing: lines[written...])
            guard isFile || hasRoom(within: patience) else { return written }
            let count = Foundation.write(descriptor, rest.baseAddress, isFile ? rest.count : Self.part(of: rest))
            if count >= 0 {
                written += count
            } else if errno != EINTR, errno != EAGAIN {
                return written
            }
        }
        return written
    }

    /// The bytes of the lines that fit in one part; of a longer line, what fits of it.
    private static func part(of lines: UnsafeRawBufferPointer) -> Int {
        let most = lines.prefix(Int(PIPE_BUF))
        guard most.count < lines.count else { return most.count }
        return most.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? most.count
    }

    /// Whether something may be written, or would fail at once.
    private func hasRoom(within patience: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        while true {
            let ready = poll(&request, 1, patience)
            if ready >= 0 || errno != EINTR { return ready != 0 }
        }
    }
}
