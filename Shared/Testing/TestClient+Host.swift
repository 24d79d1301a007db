package import HTTPTypes
package import HummingbirdTesting
package import NIOCore

extension TestClient.Request {
    /// A request with a Host, which HTTP/1.1 asks for (RFC 9112, section 3.2) and the client's own have not.
    package static func hosted(
        _ target: String, method: HTTPRequest.Method = .get, headers: HTTPFields = [:], body: ByteBuffer? = nil
    ) -> TestClient.Request {
        TestClient.Request(target, method: method, authority: "127.0.0.1", headers: headers, body: body)
    }
}
