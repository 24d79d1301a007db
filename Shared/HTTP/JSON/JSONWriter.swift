package import NIOCore
package import SharedDomain

/// Writes JSON (RFC 8259) straight into a byte buffer.
///
/// A writer stands at one slot, and a slot takes one value. Objects and arrays are closures, so that they are always
/// closed. Writing a second value into a slot, or none, is a mistake of ours: it stops a debug build, and a release
/// build still sends valid JSON (the first value; `null` for none).
package struct JSONWriter {
    /// How exact decimals are written.
    package let numbers: NumberStyle

    private var buffer: ByteBuffer
    private var isFilled = false

    /// Room for a common answer, so that it is written without growing.
    private static let initialCapacity = 1024

    /// The bytes of `value` as one JSON document.
    package static func encode(_ value: some JSONRepresentable, numbers: NumberStyle = .number) -> ByteBuffer {
        let buffer = ByteBufferAllocator().buffer(capacity: initialCapacity)
        var writer = JSONWriter(numbers: numbers, buffer: buffer)
        writer.fillSlot { value.write(into: &$0) }
        return writer.buffer
    }

    // MARK: Values

    /// Writes `null`.
    package mutating func null() {
        guard claimSlot() else { return }
        buffer.writeStaticString("null")
    }

    /// Writes `true` or `false`.
    package mutating func bool(_ value: Bool) {
        guard claimSlot() else { return }
        buffer.writeStaticString(value ? "true" : "false")
    }

    /// Writes a whole number.
    package mutating func integer(_ value: Int64) {
        guard claimSlot() else { return }
        // A sign and 19 digits.
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: 20) { target in
            var writer = DigitWriter(target)
            writer.write(Int(value))
            return writer.count
        }
    }

    /// Writes a binary64 with the fewest digits that read back as the same value. JSON has no NaN and no infinity:
    /// they become `null`. For analytics only; rates and amounts are exact decimals.
    package mutating func double(_ value: Double) {
        guard claimSlot() else { return }
        if value.isFinite {
            buffer.writeString(value.description)
        } else {
            buffer.writeStaticString("null")
        }
    }

    /// Writes an exact decimal with exactly its digits, as a number or a string after `numbers`.
    package mutating func decimal(_ value: ExactDecimal) {
        guard claimSlot() else { return }
        let isString = numbers == .string
        // Straight into the buffer: an answer has thousands of them.
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: ExactDecimal.longestWritten + 2) { target in
            var writer = DigitWriter(target)
            if isString { writer.write(ascii: "\"") }
            value.write(to: &writer)
            if isString { writer.write(ascii: "\"") }
            return writer.count
        }
    }

    /// Writes a string.
    package mutating func string(_ value: String) {
        guard claimSlot() else { return }
        writeQuoted(value)
    }

    /// Writes bytes that are already one JSON value (see `EncodedJSON`).
    mutating func verbatim(_ value: ByteBuffer) {
        guard claimSlot() else { return }
        buffer.writeImmutableBuffer(value)
    }

    // MARK: Containers

    /// Writes an object with the members that the closure adds, in that order.
    package mutating func object(_ members: (inout JSONObjectWriter) throws -> Void) rethrows {
        guard claimSlot() else { return }
        var object = JSONObjectWriter(takeOver())
        defer { resume(object.writer) }
        object.writer.buffer.writeStaticString("{")
        try members(&object)
        object.writer.buffer.writeStaticString("}")
    }

    /// Writes an array of the elements that the closure adds, in that order.
    package mutating func array(_ elements: (inout JSONArrayWriter) throws -> Void) rethrows {
        guard claimSlot() else { return }
        var array = JSONArrayWriter(takeOver())
        defer { resume(array.writer) }
        array.writer.buffer.writeStaticString("[")
        try elements(&array)
        array.writer.buffer.writeStaticString("]")
    }

    // MARK: Slots, for the container writers

    /// Opens a slot, lets `write` fill it, and checks that it did.
    mutating func fillSlot(_ write: (inout JSONWriter) throws -> Void) rethrows {
        isFilled = false
        try write(&self)
        if !isFilled {
            assertionFailure("A JSON slot was left without a value")
            null()
        }
    }

    /// Writes the name of a member and the colon after it.
    mutating func name(_ name: String) {
        writeQuoted(name, isName: true)
    }

    /// Writes the comma between two slots.
    mutating func comma() {
        buffer.writeStaticString(",")
    }

    private mutating func claimSlot() -> Bool {
        guard !isFilled else {
            assertionFailure("A JSON slot was given a second value")
            return false
        }
        isFilled = true
        return true
    }

    /// Moves the buffer out, so that the container writes in place instead of into a copy.
    private mutating func takeOver() -> JSONWriter {
        var writer = JSONWriter(numbers: numbers, buffer: ByteBuffer())
        swap(&writer.buffer, &buffer)
        return writer
    }

    private mutating func resume(_ writer: consuming JSONWriter) {
        buffer = writer.buffer
    }

    private init(numbers: NumberStyle, buffer: ByteBuffer) {
        self.numbers = numbers
        self.buffer = buffer
    }
}

// MARK: - Strings

extension JSONWriter {
    /// Quotes and escapes: the quotation mark, the reverse solidus, and U+0000 to U+001F (RFC 8259, section 7).
    private mutating func writeQuoted(_ text: String, isName: Bool = false) {
        var text = text
        text.withUTF8 { bytes in
            // Almost every text is one that needs no escape: it is written whole.
            if bytes.contains(where: Self.needsEscape) {
                writeEscaping(bytes)
                if isName { buffer.writeStaticString(":") }
            } else {
                writeQuoted(bytes, isName)
            }
        }
    }

    /// Two quotation marks and what is between them, and the colon after a name.
    private mutating func writeQuoted(_ bytes: UnsafeBufferPointer<UInt8>, _ isName: Bool) {
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: bytes.count + 3) { target in
            var writer = DigitWriter(target)
            writer.write(ascii: "\"")
            writer.write(UnsafeRawBufferPointer(bytes))
            writer.write(ascii: "\"")
            if isName { writer.write(ascii: ":") }
            return writer.count
        }
    }

    private mutating func writeEscaping(_ bytes: UnsafeBufferPointer<UInt8>) {
        buffer.writeStaticString("\"")
        var start = 0
        for (index, byte) in bytes.enumerated() where Self.needsEscape(byte) {
            buffer.writeBytes(bytes[start..<index])
            writeEscape(of: byte)
            start = index + 1
        }
        buffer.writeBytes(bytes[start...])
        buffer.writeStaticString("\"")
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C
    }

    private mutating func writeEscape(of byte: UInt8) {
        switch byte {
        case 0x22: buffer.writeStaticString("\\\"")
        case 0x5C: buffer.writeStaticString("\\\\")
        case 0x08: buffer.writeStaticString("\\b")
        case 0x09: buffer.writeStaticString("\\t")
        case 0x0A: buffer.writeStaticString("\\n")
        case 0x0C: buffer.writeStaticString("\\f")
        case 0x0D: buffer.writeStaticString("\\r")
        default: buffer.writeString((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
        }
    }
}
