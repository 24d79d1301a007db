import Foundation

/// Where a store lies: SQLite's file, the logs it keeps beside it, and our lock.
struct StoreFile: Sendable {
    /// The database file, absolute and without symbolic links, so that one file has one lock under every name.
    let path: String

    var writeAheadLog: String { path + "-wal" }
    var journal: String { path + "-journal" }
    var lock: String { path + ".lock" }
    var directory: String { Self.directory(of: path) }

    /// The file at `path`, whose directory is made when it is missing.
    ///
    /// - Throws: `StoreError.unusable` when there can be no file there.
    init(preparing path: String) throws {
        let asked = URL(fileURLWithPath: path).standardizedFileURL.path
        let directory = Self.directory(of: asked)
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true,
                attributes: [.posixPermissions: Self.directoryPermissions])
        } catch {
            throw StoreError.unusable(
                file: asked,
                reason: "its directory '\(directory)' cannot be made (\(error.localizedDescription)); "
                    + "make it, or set DATA_DIR to a directory that this process may write")
        }
        try self.init(in: directory, asked: asked)
    }

    /// The file at `path`, which must be there; makes nothing.
    ///
    /// - Throws: `StoreError.unusable` when there is no such file.
    init(existing path: String) throws {
        let asked = URL(fileURLWithPath: path).standardizedFileURL.path
        guard FileManager.default.fileExists(atPath: asked) else {
            throw StoreError.unusable(file: asked, reason: "there is no such file; check DATA_DIR")
        }
        try self.init(in: Self.directory(of: asked), asked: asked)
    }

    private init(in directory: String, asked: String) throws {
        guard let real = Self.resolved(asked) ?? Self.resolved(directory).map({ Self.join($0, asked) }) else {
            let reason = PosixFailure("realpath").description
            throw StoreError.unusable(file: asked, reason: "its path cannot be resolved (\(reason))")
        }
        self.path = real
        guard !Self.isDirectory(real) else {
            throw StoreError.unusable(file: real, reason: "it is a directory; name a file")
        }
    }

    /// Bytes of the file at a path of this store, 0 when there is none. Asks for the size only: the database file is
    /// never opened here, because closing it again would drop the locks that SQLite holds on it in this process
    /// (sqlite.org/howtocorrupt.html section 2.2).
    static func size(of path: String) throws -> Int64 {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { throw PosixFailure("stat") }
            return 0
        }
        return Int64(status.st_size)
    }

    static func isDirectory(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    static func directory(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }

    /// Owner only: stores hold what users chose.
    private static let directoryPermissions = 0o700

    private static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    private static func join(_ directory: String, _ path: String) -> String {
        URL(fileURLWithPath: directory).appendingPathComponent(URL(fileURLWithPath: path).lastPathComponent).path
    }
}
