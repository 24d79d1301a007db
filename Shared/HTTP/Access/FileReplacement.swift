import Foundation

/// Replaces a file by another content so that every reader sees the old or the new one whole, after a power loss too:
/// a file beside it is written, brought to the disk, and renamed over it.
enum FileReplacement {
    /// Writes `bytes` to `path`, readable by the owner only.
    ///
    /// A link stays a link: what it leads to is replaced.
    static func write(_ bytes: [UInt8], to named: String) throws(KeyFileProblem) {
        let path = followed(named)
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let temporary = "\(path).\(UUID().uuidString).new"
        do throws(SystemFailure) {
            try create(temporary, bytes, ownedLike: [path, folder])
            guard rename(temporary, path) == 0 else { throw SystemFailure("rename") }
            try synchronize(folder)
        } catch {
            unlink(temporary)
            throw KeyFileProblem(
                "'\(path)' cannot be written (\(error.description)): nothing was changed. Check the space and the rights "
                    + "in '\(folder)'.")
        }
    }

    /// Where a path leads if it is a link, to a file that is there or not yet, so that one file has one name.
    static func followed(_ path: String) -> String {
        var place = URL(filePath: path)
        for _ in 0..<mostLinks {
            place = place.resolvingSymlinksInPath()
            guard let target = target(ofLink: place.path) else { break }
            place = URL(filePath: target, relativeTo: place.deletingLastPathComponent())
        }
        return place.path
    }

    /// How many links in a row the system follows.
    private static let mostLinks = 40

    /// What a link holds; nil for anything else.
    private static func target(ofLink path: String) -> String? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return String(decoding: bytes.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func create(_ path: String, _ bytes: [UInt8], ownedLike models: [String]) throws(SystemFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemFailure("open") }
        defer { close(descriptor) }
        try adoptOwner(descriptor, models)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SystemFailure("write") }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw SystemFailure("fsync") }
    }

    /// An administrator's file would be unreadable to the service: it gets the owner of the file it replaces, or of
    /// the folder.
    static func adoptOwner(_ descriptor: CInt, _ models: [String]) throws(SystemFailure) {
        guard geteuid() == 0 else { return }
        for model in models {
            var status = stat()
            guard stat(model, &status) == 0 else { continue }
            guard fchown(descriptor, status.st_uid, status.st_gid) == 0 else { throw SystemFailure("fchown") }
            return
        }
    }

    private static func synchronize(_ folder: String) throws(SystemFailure) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemFailure("open") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw SystemFailure("fsync") }
    }

    /// A call that failed, with what the system said.
    struct SystemFailure: Error, CustomStringConvertible {
        let description: String

        fileprivate init(_ call: String) {
            description = "\(call): \(String(cString: strerror(errno)))"
        }
    }
}
