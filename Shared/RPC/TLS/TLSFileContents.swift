import Foundation

/// The bytes of the three files at one time.
struct TLSFileContents: Sendable, Hashable {
    /// The most that is read of a file; a bundle of all public authorities has a quarter of it.
    static let maximumBytes = 1024 * 1024

    let certificate: Data
    let key: Data
    let authorities: Data

    /// Reads the three files.
    /// - Throws: a problem for each that cannot be read or is too large.
    init(of files: TLSFiles) throws(TLSProblems) {
        var problems: [TLSProblem] = []
        var contents: [Data] = []
        for file in [files.certificate, files.key, files.authorities] {
            do {
                contents.append(try Self.bytes(of: file))
            } catch {
                problems.append(error)
            }
        }
        guard contents.count == 3 else { throw TLSProblems(problems: problems) }
        (certificate, key, authorities) = (contents[0], contents[1], contents[2])
    }

    private static func bytes(of file: TLSFile) throws(TLSProblem) -> Data {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory) else {
            throw TLSProblem(file, "does not exist: correct the path.")
        }
        guard !isDirectory.boolValue else { throw TLSProblem(file, "is a folder: name the file in it.") }
        guard let handle = FileHandle(forReadingAtPath: file.path) else {
            throw TLSProblem(file, "can't be opened: let this process's user read it.")
        }
        let bytes: Data
        do {
            bytes = try handle.read(upToCount: maximumBytes + 1) ?? Data()
            try handle.close()
        } catch {
            throw TLSProblem(file, "can't be read (\(error.localizedDescription)): name another file.")
        }
        guard bytes.count <= maximumBytes else {
            throw TLSProblem(file, "is larger than \(maximumBytes) bytes: name the right file.")
        }
        return bytes
    }
}
