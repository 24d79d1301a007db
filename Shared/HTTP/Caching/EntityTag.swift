import Crypto
import Foundation

/// A strong entity tag (RFC 9110, section 8.8.3): equal for two answers only when all their bytes are equal.
struct EntityTag: Sendable, Hashable {
    /// How many bytes of the hash a tag carries: 128 bits, beyond any chance collision.
    private static let length = 16

    private let texts: (identity: String, gzip: String, deflate: String)

    /// The tag of the answer to `question` of the data that `version` names, by the software that `software` names.
    init(software: String, question: Question, version: String) {
        var hash = SHA256()
        for part in [software, question.text, version] {
            // The length in front keeps two different lists from giving the same bytes.
            hash.update(data: Data("\(part.utf8.count):\(part)".utf8))
        }
        let digits = hash.finalize().prefix(Self.length).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        texts = ("\"\(digits)\"", "\"\(digits)-gzip\"", "\"\(digits)-deflate\"")
    }

    /// The header's value for the answer in one coding: each has bytes of its own, so each has a tag of its own.
    func text(_ coding: ContentCoding) -> String {
        switch coding {
        case .identity: texts.identity
        case .gzip: texts.gzip
        case .deflate: texts.deflate
        }
    }

    static func == (one: EntityTag, other: EntityTag) -> Bool { one.texts.identity == other.texts.identity }

    func hash(into hasher: inout Hasher) { hasher.combine(texts.identity) }
}
