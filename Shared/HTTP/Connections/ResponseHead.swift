import HTTPTypes
import NIOCore
import SharedDomain

/// The head of a response in its usual form as the bytes that are sent (RFC 9112, sections 4 and 5).
///
/// That is a success whose content has a length: what nearly all answers are. Any other form is left to the server, which
/// knows them all but two: the answer to HEAD where GET would be answered in chunks, which alone says so itself, and which
/// the server would end with a last chunk, as if it had a body; and the answer whose body ends with the connection.
enum ResponseHead {
    private static let statusLine: StaticString = "HTTP/1.1 200 OK\r\n"
    /// What the heads of most answers fit into.
    private static let usualLength = 1536

    /// Whether the content of an answer has no length beforehand.
    static func isWithoutLength(_ head: HTTPResponse) -> Bool {
        head.status == .ok && !head.headerFields.contains(.contentLength)
    }

    /// The bytes of a head, the empty line at its end included; nil for one that is not in the usual form.
    static func bytes(_ head: HTTPResponse, isOpenEnded: Bool = false) -> ByteBuffer? {
        guard head.status == .ok else { return nil }
        var (hasLength, isChunked) = (false, false)
        var buffer = ByteBufferAllocator().buffer(capacity: usualLength)
        buffer.writeStaticString(statusLine)
        for field in head.headerFields {
            if field.name == .transferEncoding { isChunked = true }
            if field.name == .contentLength { hasLength = true }
            let (name, value) = (field.name.rawName, field.value)
            // Beside them a field has a colon, a space and a line end.
            buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: name.utf8.count + value.utf8.count + 4) { bytes in
                var writer = DigitWriter(bytes)
                writer.write(name)
                writer.write(ascii: ":")
                writer.write(ascii: " ")
                writer.write(value)
                writer.write(ascii: "\r")
                writer.write(ascii: "\n")
                return writer.count
            }
        }
        buffer.writeStaticString("\r\n")
        return hasLength != isChunked || isOpenEnded ? buffer : nil
    }
}
