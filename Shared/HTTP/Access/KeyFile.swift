import NIOCore

/// The file of keys, which the services of one machine share: a JSON object
///
///     {"version":1,"keys":[
///     {"id":"…","sha256":"…","tier":"standard","scopes":["read"],"label":"…","created":"…","expires":null,"revoked":null}
///     ]}
///
/// `sha256` is that of the secret's text, in lower-case hexadecimal; times are RFC 3339. Members that are not known are
/// refused, so that a misspelt `expires` is not overlooked. The format changes only together with its version.
struct KeyFile: Sendable, Equatable {
    static let version = 1
    /// Room for `maximumKeys` with labels of usual length.
    static let maximumBytes = 4 * 1024 * 1024
    static let maximumKeys = 10_000

    var keys: [KeyEntry]

    /// Reads the bytes of a file.
    ///
    /// Throws `KeyFileProblem` without the path, as the rest of a sentence.
    init(_ bytes: [UInt8]) throws(KeyFileProblem) {
        let document: JSONValue
        do {
            document = try JSONParser.parse(ByteBuffer(bytes: bytes))
        } catch {
            throw KeyFileProblem("is not JSON at byte \(error.offset): \(error.reason)")
        }
        guard case .object(let object) = document, case .number(let version)? = object["version"] else {
            throw KeyFileProblem("is not an object with a member 'version'")
        }
        guard version.integer == Self.version else {
            throw KeyFileProblem("has the version \(version.text), and this program knows only \(Self.version)")
        }
        guard case .array(let values)? = object["keys"], object.members.count == 2 else {
            throw KeyFileProblem("must have exactly the members 'version' and 'keys', the latter an array")
        }
        guard values.count <= Self.maximumKeys else {
            throw KeyFileProblem("holds \(values.count) keys, more than \(Self.maximumKeys)")
        }
        var keys: [KeyEntry] = []
        var ids: Set<String> = []
        for (index, value) in values.enumerated() {
            let entry = try KeyEntry(value, number: index + 1)
            guard ids.insert(entry.id).inserted else {
                throw KeyFileProblem("holds the id '\(entry.id)' twice")
            }
            keys.append(entry)
        }
        self.keys = keys
    }

    init(keys: [KeyEntry] = []) {
        self.keys = keys
    }

    /// The bytes of the file, one key a line.
    var bytes: [UInt8] {
        let lines = keys.map { String(buffer: JSONWriter.encode($0)) }
        let body = lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n]"
        return Array("{\"version\":\(Self.version),\"keys\":\(body)}\n".utf8)
    }
}
