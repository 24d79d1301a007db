import Foundation
package import SharedDomain

/// Makes, lists and revokes keys in the file of keys: what the `keys` commands do. Several may run at once, and while
/// services read.
package struct KeyStore: Sendable {
    /// A key that was just made.
    package struct Created: Sendable {
        /// The key itself, which is nowhere else and cannot be had again.
        package let text: String
        /// What is kept of it.
        package let entry: KeyEntry
    }

    private let path: String
    private let time: TimeSource
    private let capacity: Int

    /// The keys in the file at `path`, which need not exist.
    package init(path: String, time: TimeSource = .system) {
        self.init(path: path, time: time, capacity: KeyFile.maximumKeys)
    }

    /// The same with room for `capacity` keys, at most `KeyFile.maximumKeys`.
    init(path: String, time: TimeSource, capacity: Int) {
        self.path = path
        self.time = time
        self.capacity = capacity
    }

    /// Makes a key and writes it down.
    ///
    /// - Parameters:
    ///   - label: Whose it is or what it is for: 1 to 100 characters in one line.
    ///   - lifetime: How long it is valid; nil for ever.
    /// - Throws: `KeyFileProblem`, which says what to do; the file is then as it was.
    package func create(
        tier: Tier, scopes: Set<Scope>, label: String, lifetime: Duration? = nil
    ) async throws -> Created {
        guard !scopes.isEmpty else { throw KeyFileProblem("A key needs at least one scope.") }
        guard KeyEntry.isLabel(label) else {
            throw KeyFileProblem("A label is 1 to \(KeyEntry.longestLabel) characters in one line, not only spaces.")
        }
        try makeFolder()
        return try await FileClaim.hold(path, time: time) {
            var file = try read()
            let now = Instant(seconds: time.now().seconds)
            try makeRoom(in: &file, now)
            let key = KeyText.random()
            guard !file.keys.contains(where: { $0.id == key.id }) else {
                throw KeyFileProblem("The new key's id exists already, which is next to impossible: try again.")
            }
            let entry = KeyEntry(
                id: key.id, secretDigest: key.digest, tier: tier, scopes: Scope.allCases.filter(scopes.contains),
                label: label, created: now, expires: lifetime.map { now.advanced(by: $0) }, revoked: nil)
            file.keys.append(entry)
            try write(file)
            return Created(text: key.text, entry: entry)
        }
    }

    /// Revokes a key for good; running services refuse it within two seconds. One that was revoked before stays so.
    ///
    /// - Throws: `KeyFileProblem` for an unknown id, and as `create` does.
    package func revoke(_ id: String) async throws -> KeyEntry {
        guard try !read().keys.isEmpty else { throw unknown(id) }
        return try await FileClaim.hold(path, time: time) {
            var file = try read()
            guard let index = file.keys.firstIndex(where: { $0.id == id }) else { throw unknown(id) }
            if file.keys[index].revoked == nil {
                file.keys[index].revoked = Instant(seconds: time.now().seconds)
                try write(file)
            }
            return file.keys[index]
        }
    }

    /// Every key, in the order they were made.
    ///
    /// - Throws: `KeyFileProblem`.
    package func list() throws -> [KeyEntry] { try read().keys }

    private func read() throws(KeyFileProblem) -> KeyFile {
        do {
            return try KeyFile.read(path)?.file ?? KeyFile()
        } catch {
            throw KeyFileProblem("The file of keys '\(path)' \(error.description). Correct it or bring back a copy.")
        }
    }

    private func write(_ file: KeyFile) throws(KeyFileProblem) {
        let bytes = file.bytes
        guard bytes.count <= KeyFile.maximumBytes else {
            throw KeyFileProblem(
                "The file of keys '\(path)' would grow beyond \(KeyFile.maximumBytes) bytes: use shorter labels.")
        }
        try FileReplacement.write(bytes, to: path)
    }

    /// Forgets keys that open nothing any more, when no other place is left: they are refused all the same.
    private func makeRoom(in file: inout KeyFile, _ now: Instant) throws(KeyFileProblem) {
        guard file.keys.count >= capacity else { return }
        file.keys.removeAll { $0.state(at: now) != .active }
        guard file.keys.count < capacity else {
            throw KeyFileProblem(
                "There are \(capacity) valid keys, which is the most: revoke one first ('keys revoke ID').")
        }
    }

    private func makeFolder() throws(KeyFileProblem) {
        let folder = URL(filePath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw KeyFileProblem("The folder '\(folder.path)' cannot be made: check the rights, or set KEYS_FILE.")
        }
    }

    private func unknown(_ id: String) -> KeyFileProblem {
        KeyFileProblem(
            "There is no key with the id '\(ServiceError.quoted(id))' in '\(path)': 'keys list' shows the ids.")
    }
}
