import Crypto
import Foundation

extension SHA256Digest {
    /// The digest of a number, as a stand-in for that of a token.
    static func of(_ number: Int) -> SHA256Digest { SHA256.hash(data: Data("\(number)".utf8)) }
}
