/// How exact decimals appear in an answer: what `numbers=` chooses.
package enum NumberStyle: String, Sendable, CaseIterable {
    /// A JSON number with exactly the digits that the decimal holds.
    case number
    /// A string, for clients whose JSON reader would turn a number into binary64.
    case string
}
