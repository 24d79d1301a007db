import Foundation
import SharedDomain

/// The exclusive claim of one process on a file, by `flock(2)` on a file beside it: the kernel lets go when the process
/// ends in whatever way. The file beside it stays: removing it would let two processes hold "the" lock.
enum FileClaim {
    private static let pause = Duration.milliseconds(50)
    private static let attempts = 100

    /// Does `body` while holding the claim on `path`, waiting up to five seconds for another to let go. A link and what
    /// it leads to are one file.
    static func hold<Result>(
        _ named: String, time: TimeSource, _ body: () throws -> Result
    ) async throws -> Result {
        let path = FileReplacement.followed(named)
        let lock = path + ".lock"
        let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw KeyFileProblem(
                "'\(lock)' cannot be opened (\(String(cString: strerror(errno)))): run this as the user that the services "
                    + "run as, who may write there.")
        }
        defer { close(descriptor) }
        try FileReplacement.adoptOwner(descriptor, [path, URL(filePath: path).deletingLastPathComponent().path])
        for _ in 0..<attempts {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                defer { flock(descriptor, LOCK_UN) }
                return try body()
            }
            try await time.sleep(pause)
        }
        throw KeyFileProblem("'\(path)' is held by another command for too long: wait for it to end, then try again.")
    }
}
