import Foundation

/// The content of a small file and what tells this content from another.
struct FileSnapshot: Sendable {
    /// What differs when a file was replaced or written to.
    struct Stamp: Sendable, Equatable {
        let device: UInt64
        let inode: UInt64
        let size: Int64
        let modifiedSeconds: Int64
        let modifiedNanoseconds: Int64
        let mode: UInt32
    }

    /// Why a file cannot be read, as the rest of a sentence that begins with its path.
    struct Refusal: Error {
        let reason: String
    }

    let bytes: [UInt8]
    let stamp: Stamp

    /// The stamp of a file; nil when there is none.
    static func stamp(of path: String) throws(Refusal) -> Stamp? {
        var status = stat()
        if stat(path, &status) == 0 { return Stamp(status) }
        guard errno == ENOENT || errno == ENOTDIR else { throw Refusal(reason: "cannot be looked at: \(errorText)") }
        return nil
    }

    /// The whole content of a regular file of at most `limit` bytes; nil when there is none.
    static func read(_ path: String, limit: Int) throws(Refusal) -> FileSnapshot? {
        // Without blocking: opening a pipe would wait for its writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Refusal(reason: "cannot be opened: \(errorText)")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Refusal(reason: "cannot be looked at: \(errorText)") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw Refusal(reason: "is not a regular file") }
        let bytes = try content(descriptor, limit: limit)
        return FileSnapshot(bytes: bytes, stamp: Stamp(status))
    }

    private static func content(_ descriptor: CInt, limit: Int) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = Foundation.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Refusal(reason: "cannot be read: \(errorText)") }
            guard count > 0 else { return bytes }
            bytes += chunk.prefix(count)
            guard bytes.count <= limit else { throw Refusal(reason: "is larger than \(limit) bytes") }
        }
    }

    private static var errorText: String { String(cString: strerror(errno)) }
}

extension FileSnapshot.Stamp {
    init(_ status: stat) {
        #if canImport(Darwin)
            let modified = status.st_mtimespec
        #else
            let modified = status.st_mtim
        #endif
        self.init(
            device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino),
            size: Int64(status.st_size), modifiedSeconds: Int64(modified.tv_sec),
            modifiedNanoseconds: Int64(modified.tv_nsec), mode: UInt32(status.st_mode))
    }

    /// Whether someone other than the owner and its group may write to the file.
    var isWritableByAll: Bool { mode & 0o002 != 0 }

    /// Whether anyone but the owner may read or write it.
    var isOpenToOthers: Bool { mode & 0o077 != 0 }
}
