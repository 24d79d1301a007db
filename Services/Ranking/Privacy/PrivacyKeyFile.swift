import Foundation

/// The key that is made at the first start and read at every later one. It lies beside the store and not in it, so that
/// a copy of the database does not carry it.
struct PrivacyKeyFile {
    let path: String

    /// Why there is no key, for the person who runs the service.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The key in the file, which is made first when it is not there. Call it while the store's lock is held: two
    /// processes must not each make one.
    ///
    /// - Throws: `Failure`, which names the file and says what to do. A file that is there is never replaced.
    func readOrMake() throws(Failure) -> PrivacyKey {
        if !FileManager.default.fileExists(atPath: path) { try make() }
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw Failure(
                description: "The privacy key '\(path)' cannot be read (\(error.localizedDescription)). "
                    + "Make it readable for this process, or set PRIVACY_KEY.")
        }
        guard let key = PrivacyKey(secret: text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw Failure(
                description: "The privacy key '\(path)' is cut off: it has fewer than "
                    + "\(PrivacyKey.minimumSecretCharacters) characters. Put its backup in its place; without one, "
                    + "remove it, and everybody counts as a new user.")
        }
        return key
    }

    /// Whether others than its owner may read the file: it was made so that they may not.
    ///
    /// - Throws: what the file system says.
    var isOpenToOthers: Bool {
        get throws {
            let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            return (permissions ?? 0) & Self.ofOthers != 0
        }
    }

    /// Writes a new key under another name, and gives it its own only when all of it is on the disk: what is hashed with
    /// it is stored right afterwards and must not outlive it.
    private func make() throws(Failure) {
        let unfinished = path + ".new"
        do throws(Failure) {
            try save(Self.randomKey(), to: unfinished)
            guard rename(unfinished, path) == 0 else { throw Self.failed("rename") }
            try synchronize(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        } catch {
            throw Failure(
                description: "The privacy key '\(path)' cannot be made (\(error)). "
                    + "Let this process write there, or set PRIVACY_KEY.")
        }
    }

    private func save(_ text: String, to file: String) throws(Failure) {
        // One that was left half-written by a process that died may be written over.
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, Self.ownerOnly)
        guard descriptor >= 0 else { throw Self.failed("open") }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else { throw Self.failed("write") }
        guard fsync(descriptor) == 0 else { throw Self.failed("fsync") }
    }

    private func synchronize(_ directory: String) throws(Failure) {
        let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failed("open") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Self.failed("fsync") }
    }

    private static let ownerOnly: mode_t = 0o600
    private static let ofOthers = 0o077

    /// 256 bits from the system's generator, in hexadecimal, and a line's end.
    private static func randomKey() -> String {
        var generator = SystemRandomNumberGenerator()
        let digits = (0..<4).map { _ in
            let word = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - word.count) + word
        }
        return digits.joined() + "\n"
    }

    private static func failed(_ call: String) -> Failure {
        Failure(description: "\(call): \(String(cString: strerror(errno)))")
    }
}
