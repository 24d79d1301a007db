import SharedHTTP

extension ValueRule where Value == String {
    /// That many of the printable characters of ASCII, the space among them.
    static func printableASCII(_ length: ClosedRange<Int>) -> ValueRule<String> {
        var schema = ValueRule.text(length).schema
        schema.pattern = "^[ -~]*$"
        return ValueRule(
            expected: "\(length.lowerBound) to \(length.upperBound) printable ASCII characters", schema: schema,
            text: { $0 },
            fromText: { (text) throws(ValueRefusal) in
                let printable = UInt8(ascii: " ")...UInt8(ascii: "~")
                guard length.contains(text.utf8.count), text.utf8.allSatisfy(printable.contains) else {
                    throw ValueRefusal(provided: text)
                }
                return text
            })
    }
}
