import NIOCore
package import SharedHTTP

/// JSON for people: indented, and in one line what fits into one.
package enum JSONText {
    private static let longestLine = 100

    /// The value as text.
    package static func indented(_ value: JSONValue, by indentation: Int = 0) -> String {
        let line = String(buffer: JSONWriter.encode(value))
        guard line.utf8.count > longestLine - indentation else { return line }
        let margin = String(repeating: " ", count: indentation + 2)
        let end = "\n" + String(repeating: " ", count: indentation)
        switch value {
        case .array(let elements):
            return "[" + elements.map { "\n\(margin)" + indented($0, by: indentation + 2) }.joined(separator: ",") + end
                + "]"
        case .object(let object):
            let members = object.members.map { member in
                "\n\(margin)" + String(buffer: JSONWriter.encode(member.name)) + ": "
                    + indented(member.value, by: indentation + 2)
            }
            return "{" + members.joined(separator: ",") + end + "}"
        case .null, .bool, .number, .string:
            return line
        }
    }
}
