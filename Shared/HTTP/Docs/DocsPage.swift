import Foundation
import NIOCore

/// The page at `/docs`: one document with its style and its script inside, which fetches nothing but the description.
struct DocsPage {
    static let mediaType = "text/html; charset=utf-8"
    /// It is the same for every service.
    static let shared = DocsPage()

    private static let style = String(decoding: PackageResources.docs_css, as: UTF8.self)
    private static let script = String(decoding: PackageResources.docs_js, as: UTF8.self)
    private static let frame = String(decoding: PackageResources.docs_html, as: UTF8.self)

    /// The page.
    let bytes: ByteBuffer
    /// What the page may do (CSP 3): run this style and this script by their hashes, and ask this service.
    let contentSecurityPolicy: String

    private init() {
        let page = Self.frame
            .replacingOccurrences(of: "<style></style>", with: "<style>\(Self.style)</style>")
            .replacingOccurrences(of: "<script></script>", with: "<script>\(Self.script)</script>")
        bytes = ByteBuffer(string: page)
        contentSecurityPolicy = [
            "default-src 'none'", "style-src \(ContentPolicy.source(of: Self.style))",
            "script-src \(ContentPolicy.source(of: Self.script))", "connect-src 'self'", "img-src data: blob:",
            "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
        ].joined(separator: "; ")
    }
}
