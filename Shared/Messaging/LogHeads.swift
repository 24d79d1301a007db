/// Where a log ends.
package struct LogHeads: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// By topic, the last sequence recorded; 0 before the first. Empty from a producer that does not say.
    package var sequences: [Topic: UInt64] = [:]
    /// Whether a history is being recorded for the first time, piece by piece: whoever has everything up to here does
    /// not have it whole.
    package var isLoading = false

    package init(_ sequences: [Topic: UInt64], isLoading: Bool = false) {
        self.sequences = sequences
        self.isLoading = isLoading
    }

    package init(dictionaryLiteral elements: (Topic, UInt64)...) {
        self.init([Topic: UInt64](elements, uniquingKeysWith: { max($0, $1) }))
    }
}
