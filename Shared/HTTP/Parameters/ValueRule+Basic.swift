package import SharedDomain

extension ValueRule where Value == Int {
    /// A whole number in plain digits within `range`.
    package static func integer(_ range: ClosedRange<Int>) -> ValueRule<Int> {
        ValueRule(
            expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            schema: ValueSchema(
                kind: .integer, minimum: String(range.lowerBound), maximum: String(range.upperBound)),
            text: { String($0) },
            fromText: { (text) throws(ValueRefusal) in
                // Int reads "+5" and "007" too; a client that sends them made a mistake.
                guard let value = Int(text), String(value) == text, range.contains(value) else {
                    throw ValueRefusal(provided: text)
                }
                return value
            })
    }
}

extension ValueRule where Value == Bool {
    /// `true` or `false`.
    package static var flag: ValueRule<Bool> {
        ValueRule(
            expected: "true or false", schema: ValueSchema(kind: .boolean), text: { $0 ? "true" : "false" },
            fromText: { (text) throws(ValueRefusal) in
                switch text {
                case "true": return true
                case "false": return false
                default: throw ValueRefusal(provided: text)
                }
            })
    }
}

extension ValueRule where Value == String {
    /// Any text of that many Unicode scalars, without control characters.
    package static func text(_ length: ClosedRange<Int>) -> ValueRule<String> {
        ValueRule(
            expected: "a text of \(length.lowerBound) to \(length.upperBound) characters without control characters",
            schema: ValueSchema(
                kind: .string, minimumCount: length.lowerBound, maximumCount: length.upperBound,
                // Written out: not every reader of patterns knows the category of control characters.
                pattern: #"^[^\u0000-\u001F\u007F-\u009F]*$"#),
            text: { $0 },
            fromText: { (text) throws(ValueRefusal) in
                guard length.contains(text.unicodeScalars.count),
                    !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
                else { throw ValueRefusal(provided: text) }
                return text
            })
    }

    /// A text of that many of the characters A-Z, a-z, 0-9, `.`, `_` and `-`.
    package static func token(_ length: ClosedRange<Int>) -> ValueRule<String> {
        ValueRule(
            expected: "\(length.lowerBound) to \(length.upperBound) of the characters A-Z, a-z, 0-9, '.', '_' and '-'",
            schema: ValueSchema(
                kind: .string, minimumCount: length.lowerBound, maximumCount: length.upperBound,
                pattern: "^[A-Za-z0-9._-]*$"),
            text: { $0 },
            fromText: { (text) throws(ValueRefusal) in
                guard length.contains(text.utf8.count), text.utf8.allSatisfy(isTokenByte) else {
                    throw ValueRefusal(provided: text)
                }
                return text
            })
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default:
            false
        }
    }
}

extension ValueRule where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the raw values of an enumeration, exactly as it is written there.
    package static func choice(
        _ type: Value.Type = Value.self, code: ErrorCode = .invalidParameter
    ) -> ValueRule<Value> {
        let allowed = Value.allCases.map(\.rawValue)
        return ValueRule(
            expected: "one of " + allowed.joined(separator: ", "), code: code,
            schema: ValueSchema(kind: .string, allowed: allowed), text: { $0.rawValue },
            fromText: { (text) throws(ValueRefusal) in
                guard let value = Value(rawValue: text) else { throw ValueRefusal(provided: text) }
                return value
            })
    }
}
