import NIOCore
import SharedDomain

/// The keys that tokens may be signed with: a JSON Web Key Set (RFC 7517, section 5).
struct TokenKeySet: Sendable {
    /// Why a document is no key set, as the rest of a sentence.
    struct Refusal: Error {
        let reason: String
    }

    /// What a set says to a token that names, or does not name, its key.
    enum Lookup {
        case found(TokenKey)
        /// There is no such key (yet).
        case unknown
        /// The token names no key although there are several.
        case ambiguous
        /// There is such a key, for another algorithm.
        case otherAlgorithm
    }

    static let maximumBytes = 256 * 1024
    static let maximumKeys = 64

    let keys: [TokenKey]
    /// Why entries were left out, for a log. RFC 7517 asks to ignore what one does not understand.
    let leftOut: [String]

    /// Reads a set with at least one key that can be used.
    init(_ bytes: [UInt8]) async throws(Refusal) {
        let entries = try Self.entries(bytes)
        var keys: [TokenKey] = []
        var leftOut: [String] = []
        for (index, entry) in entries.enumerated() {
            do throws(TokenKey.Unusable) {
                guard case .object(let jwk) = entry else { throw TokenKey.Unusable(reason: "it is no object") }
                let key = try await TokenKey(jwk)
                guard !keys.contains(where: { $0.id == key.id && $0.algorithm == key.algorithm }) else {
                    throw TokenKey.Unusable(reason: "its 'kid' is that of a key before it")
                }
                keys.append(key)
            } catch {
                leftOut.append("key \(index + 1) is not used: \(error.reason)")
            }
        }
        guard !keys.isEmpty else {
            throw Refusal(reason: (["holds no key that can be used"] + leftOut).joined(separator: "; "))
        }
        self.keys = keys
        self.leftOut = leftOut
    }

    /// The key of a token. One that names its key gets only that one; one that does not gets the only key there is.
    func key(_ id: String?, _ algorithm: TokenAlgorithm) -> Lookup {
        guard let id else {
            guard keys.count == 1, let key = keys.first else { return .ambiguous }
            return key.algorithm == algorithm ? .found(key) : .otherAlgorithm
        }
        let named = keys.filter { $0.id == id }
        if named.isEmpty { return .unknown }
        return named.first { $0.algorithm == algorithm }.map { .found($0) } ?? .otherAlgorithm
    }

    private static func entries(_ bytes: [UInt8]) throws(Refusal) -> [JSONValue] {
        guard bytes.count <= maximumBytes else { throw Refusal(reason: "is larger than \(maximumBytes) bytes") }
        let document: JSONValue
        do {
            document = try JSONParser.parse(ByteBuffer(bytes: bytes))
        } catch {
            throw Refusal(reason: "is not JSON at byte \(error.offset): \(error.reason)")
        }
        guard case .object(let object) = document, case .array(let entries)? = object["keys"] else {
            throw Refusal(reason: "is not a JSON Web Key Set: an object with an array 'keys'")
        }
        guard entries.count <= maximumKeys else {
            throw Refusal(reason: "holds \(entries.count) keys, more than \(maximumKeys)")
        }
        return entries
    }
}
