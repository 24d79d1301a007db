/// Adds elements to one JSON array.
package struct JSONArrayWriter {
    var writer: JSONWriter
    private var isEmpty = true

    init(_ writer: JSONWriter) {
        self.writer = writer
    }

    /// Adds an element.
    package mutating func element(_ value: some JSONRepresentable) {
        begin()
        writer.fillSlot { value.write(into: &$0) }
    }

    /// Adds an element that is an object.
    package mutating func object(_ members: (inout JSONObjectWriter) throws -> Void) rethrows {
        begin()
        try writer.fillSlot { try $0.object(members) }
    }

    /// Adds an element that is an array.
    package mutating func array(_ elements: (inout JSONArrayWriter) throws -> Void) rethrows {
        begin()
        try writer.fillSlot { try $0.array(elements) }
    }

    private mutating func begin() {
        if !isEmpty { writer.comma() }
        isEmpty = false
    }
}
