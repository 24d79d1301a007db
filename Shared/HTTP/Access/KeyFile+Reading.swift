extension KeyFile {
    /// The keys of a file, and what tells its content from another; nil when there is no file.
    ///
    /// Throws `KeyFileProblem` without the path, as the rest of a sentence.
    static func read(_ path: String) throws(KeyFileProblem) -> (file: KeyFile, stamp: FileSnapshot.Stamp)? {
        let found: FileSnapshot?
        do {
            found = try FileSnapshot.read(path, limit: maximumBytes)
        } catch {
            throw KeyFileProblem(error.reason)
        }
        guard let snapshot = found else { return nil }
        guard !snapshot.stamp.isWritableByAll else {
            throw KeyFileProblem("may be written by every user of this machine, who could add keys: chmod 600 it")
        }
        return (try KeyFile(snapshot.bytes), snapshot.stamp)
    }
}
