import Crypto
import Foundation

/// Content security policies of documents that bring what they need inside (CSP level 3).
package enum ContentPolicy {
    /// For a picture that nothing may run in, load into or frame, with one style sheet inside: that one and no other.
    ///
    /// - Parameter style: what stands between the tags of its style, to the letter.
    package static func picture(styledBy style: String) -> String {
        "default-src 'none'; style-src \(source(of: style)); frame-ancestors 'none'"
    }

    /// A hash source expression: the SHA-256 of what stands between the tags.
    static func source(of text: String) -> String {
        "'sha256-\(Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString())'"
    }
}
