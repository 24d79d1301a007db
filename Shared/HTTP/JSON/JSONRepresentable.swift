/// A value that writes itself as one JSON value.
package protocol JSONRepresentable {
    /// Writes exactly one value into the slot that `writer` stands at.
    func write(into writer: inout JSONWriter)
}

extension JSONRepresentable where Self: RawRepresentable, RawValue == String {
    /// An enumeration of strings is written as its raw value.
    package func write(into writer: inout JSONWriter) {
        writer.string(rawValue)
    }
}
