/// Adds members to one JSON object. Names are the caller's to keep distinct.
package struct JSONObjectWriter {
    var writer: JSONWriter
    private var isEmpty = true

    init(_ writer: JSONWriter) {
        self.writer = writer
    }

    /// Adds a member.
    package mutating func member(_ name: String, _ value: some JSONRepresentable) {
        begin(name)
        writer.fillSlot { value.write(into: &$0) }
    }

    /// Adds a member whose value is an object.
    package mutating func object(
        _ name: String, _ members: (inout JSONObjectWriter) throws -> Void
    ) rethrows {
        begin(name)
        try writer.fillSlot { try $0.object(members) }
    }

    /// Adds a member whose value is an array.
    package mutating func array(
        _ name: String, _ elements: (inout JSONArrayWriter) throws -> Void
    ) rethrows {
        begin(name)
        try writer.fillSlot { try $0.array(elements) }
    }

    /// Adds a member that is always `null`.
    package mutating func null(_ name: String) {
        begin(name)
        writer.fillSlot { $0.null() }
    }

    private mutating func begin(_ name: String) {
        if !isEmpty { writer.comma() }
        isEmpty = false
        writer.name(name)
    }
}
