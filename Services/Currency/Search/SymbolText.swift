import Foundation

/// A symbol as it is compared: without regard to case, width and spaces, but with its punctuation: `us$`, `s/`, `د.إ.`.
struct SymbolText: Sendable, Hashable {
    let text: String

    init(_ text: String) {
        var kept = String.UnicodeScalarView()
        for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars
        where !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format {
            kept.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
        self.text = String(kept)
    }
}
