import Foundation
import SharedHTTP

extension ValueRule where Value == String {
    /// The most characters of a query.
    private static let longestQuery = 64

    /// What one may type into a search: 1 to 64 characters after the spaces around are cut off, none of them a control
    /// character; in the composed form (NFC), so that two ways to write one text are one question.
    static var searchText: ValueRule<String> {
        ValueRule(
            expected: "a text of 1 to \(longestQuery) characters besides spaces around it, without control characters",
            schema: .string("1 to \(longestQuery) characters; spaces around it do not count.", pattern: pattern),
            text: { $0 },
            fromText: { (text) throws(ValueRefusal) in
                let scalars = text.unicodeScalars
                guard !scalars.contains(where: { $0.properties.generalCategory == .control }) else {
                    throw ValueRefusal(provided: text)
                }
                let trimmed = String(scalars.drop(while: \.properties.isWhitespace).trimmedAtEnd)
                let composed = trimmed.precomposedStringWithCanonicalMapping
                guard !composed.isEmpty,
                    min(trimmed.unicodeScalars.count, composed.unicodeScalars.count) <= longestQuery
                else { throw ValueRefusal(provided: text) }
                return composed
            })
    }

    /// Spaces, something that is none, at most 62 others, something that is none, spaces.
    private static var pattern: String {
        let space = #"\u0020\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000"#
        let control = #"\u0000-\u001F\u007F-\u009F"#
        let other = "[^\(control)\(space)]"
        return "^[\(space)]*\(other)([^\(control)]{0,\(longestQuery - 2)}\(other))?[\(space)]*$"
    }
}

extension Substring.UnicodeScalarView {
    /// Without the spaces at its end.
    fileprivate var trimmedAtEnd: Substring.UnicodeScalarView {
        var rest = self
        while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
        return rest
    }
}
