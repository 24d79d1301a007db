import NIOCore

extension JSONValue: JSONRepresentable {
    /// The same value again; numbers with the digits they were read with.
    package func write(into writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.bool(value)
        case .number(let number): writer.verbatim(ByteBuffer(string: number.text))
        case .string(let text): writer.string(text)
        case .array(let elements): elements.write(into: &writer)
        case .object(let object):
            writer.object { members in
                for member in object.members { members.member(member.name, member.value) }
            }
        }
    }
}
