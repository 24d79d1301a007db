extension SettingKind where Value == Int {
    /// A whole number in plain decimal: no sign but a minus, no leading zero, no exponent, no spaces.
    package static func int(in range: ClosedRange<Int>) -> Self {
        Self(
            expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            parse: { Int(plain: $0, in: range) },
            format: { String($0) })
    }

    /// A port to listen on; 0 takes a free one.
    package static var port: Self {
        let range = 0...Int(UInt16.max)
        return Self(
            expected: "a port number from 0 to \(range.upperBound) (0 takes a free one)",
            parse: { Int(plain: $0, in: range) },
            format: { String($0) })
    }
}

extension SettingKind where Value == Duration {
    /// A whole number of seconds. The setting's name ends in `_SECONDS`.
    package static func seconds(in range: ClosedRange<Int>) -> Self {
        Self(
            expected: "a whole number of seconds from \(range.lowerBound) to \(range.upperBound)",
            parse: { Int(plain: $0, in: range).map { .seconds($0) } },
            format: { String($0.components.seconds) })
    }
}

extension Int {
    /// The number that `text` is the one plain decimal spelling of, if it lies in `range`.
    init?(plain text: String, in range: ClosedRange<Int>) {
        guard let number = Int(text), String(number) == text, range.contains(number) else { return nil }
        self = number
    }
}
