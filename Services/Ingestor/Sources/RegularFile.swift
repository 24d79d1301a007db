import Foundation

#if os(Linux)
    // Depending on what else is compiled with it, the compiler counts the C library's stat to this module.
    import CDispatch
#endif

/// Reads a file that someone else may put in place: only a regular file, of a bounded size, without waiting.
enum RegularFile {
    /// Why it cannot be read, as the rest of a sentence that begins with its path.
    struct Refusal: Error, Hashable {
        let reason: String
    }

    /// The whole content of a file of at most `limit` bytes.
    static func bytes(at path: String, atMost limit: Int) throws(Refusal) -> [UInt8] {
        // No link, which could lead anywhere, and no waiting: opening a pipe would wait for its writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { throw Refusal(reason: openingProblem(errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Refusal(reason: "cannot be looked at: \(text(errno))") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw Refusal(reason: "is not a regular file") }
        return try content(descriptor, limit)
    }

    private static func content(_ descriptor: CInt, _ limit: Int) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Refusal(reason: "cannot be read: \(text(errno))") }
            guard count > 0 else { return bytes }
            bytes += chunk.prefix(count)
            guard bytes.count <= limit else { throw Refusal(reason: "is larger than \(limit) bytes") }
        }
    }

    private static func openingProblem(_ code: CInt) -> String {
        switch code {
        case ENOENT, ENOTDIR: "does not exist"
        case ELOOP: "is a symbolic link, which is not followed"
        case ENXIO: "is not a regular file"
        default: "cannot be opened: \(text(code))"
        }
    }

    private static func text(_ code: CInt) -> String { String(cString: strerror(code)) }
}
