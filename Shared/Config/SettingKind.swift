/// What text a setting accepts, and the value it stands for.
///
/// The ready-made kinds are static members (`.port`, `.seconds(in:)`, `.choice`, `.url`, …); a service makes its own
/// for its own types. Parsing is strict: no trimming, no guessing, no second spelling.
package struct SettingKind<Value: Sendable>: Sendable {
    /// What is accepted, as a noun phrase that fits after "expected": "a whole number from 1 to 10".
    package let expected: String
    /// Whether an empty text is a value. If not, it is refused before `parse` sees it.
    package let acceptsEmpty: Bool
    /// The value that a text stands for, or nil when it is not what is expected.
    package let parse: @Sendable (_ text: String) -> Value?
    /// A text that `parse` would turn into the value; shown as the default.
    package let format: @Sendable (_ value: Value) -> String

    /// A kind made of its description and its two conversions.
    package init(
        expected: String, acceptsEmpty: Bool = false, parse: @escaping @Sendable (_ text: String) -> Value?,
        format: @escaping @Sendable (_ value: Value) -> String
    ) {
        self.expected = expected
        self.acceptsEmpty = acceptsEmpty
        self.parse = parse
        self.format = format
    }
}

extension SettingKind {
    /// The same texts, for a setting that may have no value: nil is its default, not a text one can give.
    package static func optional<Wrapped: Sendable>(_ kind: SettingKind<Wrapped>) -> Self where Value == Wrapped? {
        Self(
            expected: kind.expected, acceptsEmpty: kind.acceptsEmpty, parse: { kind.parse($0).map { .some($0) } },
            format: { $0.map(kind.format) ?? "none" })
    }
}
