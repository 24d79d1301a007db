import Foundation

/// The file a backup is to become: written under another name beside it, and given its own only when it is complete, so
/// that whatever stands under that name is a whole backup.
struct BackupDestination: Sendable {
    let path: String
    let unfinished: String

    /// - Throws: `StoreError.backupFailed` when nothing may be written there.
    init(_ path: String) throws {
        self.path = URL(fileURLWithPath: path).standardizedFileURL.path
        unfinished = "\(self.path).\(UUID().uuidString).partial"
        try refuseExisting()
        let directory = StoreFile.directory(of: self.path)
        guard StoreFile.isDirectory(directory) else {
            throw failed("there is no directory '\(directory)'; make it first")
        }
    }

    /// Makes the empty file under the other name, readable by its owner only.
    func begin() throws {
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failed("\(PosixFailure("open"))") }
        close(descriptor)
    }

    /// Puts the complete file on the disk and gives it its name.
    func publish() throws {
        try synchronize(unfinished)
        try refuseExisting()
        guard rename(unfinished, path) == 0 else { throw failed("\(PosixFailure("rename"))") }
        try synchronize(StoreFile.directory(of: path))
    }

    /// Removes what was written so far; a file that is not there is fine.
    func discard() throws {
        for file in [unfinished, unfinished + "-journal", unfinished + "-wal", unfinished + "-shm"] {
            guard unlink(file) == 0 || errno == ENOENT else { throw failed("\(PosixFailure("unlink"))") }
        }
    }

    func failed(_ reason: String) -> StoreError { .backupFailed(destination: path, reason: reason) }

    private func refuseExisting() throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw failed("something is there already, and a backup overwrites nothing; name a new file")
        }
    }

    private func synchronize(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failed("\(PosixFailure("open"))") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failed("\(PosixFailure("fsync"))") }
    }
}
