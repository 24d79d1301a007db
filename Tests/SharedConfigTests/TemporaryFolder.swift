import Foundation

/// A folder of one test.
struct TemporaryFolder {
    let url: URL

    /// Writes a file and returns its path.
    func file(_ name: String, _ text: String) throws -> String {
        try file(name, bytes: Data(text.utf8))
    }

    func file(_ name: String, bytes: Data) throws -> String {
        let file = url.appending(path: name)
        try bytes.write(to: file)
        return file.path
    }
}

/// Runs a test with a folder of its own, which is removed afterwards.
func withTemporaryFolder(_ body: (TemporaryFolder) throws -> Void) throws {
    let folder = TemporaryFolder(
        url: FileManager.default.temporaryDirectory.appending(path: "config-\(UUID().uuidString)"))
    try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
    let outcome = Result { try body(folder) }
    try FileManager.default.removeItem(at: folder.url)
    try outcome.get()
}
