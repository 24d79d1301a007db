import NIOCore

/// What is answered.
enum SampleAnswer {
    /// The bytes that `/health/live` answers.
    static let live = ByteBuffer(
        string: #"{"success":true,"data":{"status":"live"},"timestamp":"2026-10-30T15:00:00.000Z","version":"v1"}"#)

    /// A JSON string of that many bytes.
    static func body(bytes: Int) -> ByteBuffer {
        ByteBuffer(string: "\"\(text(bytes: bytes))\"")
    }

    /// The text in it.
    static func text(bytes: Int) -> String {
        String(repeating: "1335.27 ", count: bytes / 8).prefix(bytes - 2).description
    }
}
