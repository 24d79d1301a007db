import Foundation

/// Reads a text file whose size is not to be trusted.
enum BoundedFile {
    /// Why a file can't be used, as the rest of a sentence that begins with its path.
    struct Refusal: Error {
        let reason: String
    }

    /// The whole text, if the file can be read, has at most `limit` bytes and is UTF-8.
    static func text(at path: String, limit: Int) throws(Refusal) -> String {
        let bytes = try bytes(at: path, atMost: limit + 1)
        guard bytes.count <= limit else { throw Refusal(reason: "is larger than \(limit) bytes") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal(reason: "is not UTF-8 text") }
        return text
    }

    private static func bytes(at path: String, atMost count: Int) throws(Refusal) -> Data {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw Refusal(reason: "does not exist")
        }
        guard !isDirectory.boolValue else { throw Refusal(reason: "is a folder") }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Refusal(reason: "can't be opened: check its permissions")
        }
        do {
            let bytes = try handle.read(upToCount: count) ?? Data()
            try handle.close()
            return bytes
        } catch {
            throw Refusal(reason: "can't be read")
        }
    }
}
