package import NIOCore

/// One JSON value that was encoded before, to be sent many times: what a cache of hot answers holds.
package struct EncodedJSON: JSONRepresentable, Sendable, Equatable {
    /// The encoded value.
    package let bytes: ByteBuffer

    /// Encodes `value` once, with decimals written in the `numbers` style.
    package init(_ value: some JSONRepresentable, numbers: NumberStyle = .number) {
        self.bytes = JSONWriter.encode(value, numbers: numbers)
    }

    /// Writes the bytes as they are.
    package func write(into writer: inout JSONWriter) {
        writer.verbatim(bytes)
    }
}
