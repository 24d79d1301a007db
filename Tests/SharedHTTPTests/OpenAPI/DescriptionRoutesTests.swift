import Crypto
import Foundation
import HTTPTypes
import NIOCore
import SharedHTTP
import SharedTesting
import Testing

@Suite("the routes that describe a service")
struct DescriptionRoutesTests {
    private let edge: TestEdge

    init() throws {
        edge = try TestEdge(DescribedRoutes.all)
    }

    @Test("every route of the service is in the document, these among them")
    func everyRoute() async throws {
        let answer = try await edge.ask("/openapi.json")
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "application/json")
        let document = try JSONParser.parse(answer.body)
        for route in edge.edge.routes {
            #expect(document["paths", route.path, route.method.rawValue.lowercased()] != nil, "\(route.path)")
        }
        #expect(document["paths", "/docs"] != nil && document["paths", "/openapi.yaml"] != nil)
        #expect(document["paths", "/health", "get", "responses", "503"] != nil)
    }

    @Test("the document is there in YAML")
    func yaml() async throws {
        let answer = try await edge.ask("/openapi.yaml")
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "application/yaml")
        #expect(answer.text.hasPrefix("openapi: \"3.1.1\"\ninfo:\n  title: \"Test service\"\n"))
    }

    @Test("the page may run its own style and script and nothing else")
    func page() async throws {
        let answer = try await edge.ask("/docs")
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        let policy = try #require(answer.headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'; "))
        for tag in ["style", "script"] {
            let content = try #require(answer.text.between("<\(tag)>", "</\(tag)>"))
            let hash = Data(SHA256.hash(data: Data(content.utf8))).base64EncodedString()
            #expect(content.utf8.count > 1000 && policy.contains("\(tag)-src 'sha256-\(hash)'"))
        }
        #expect(!policy.contains("unsafe"))
    }

    @Test("a page that still holds keeps its policy: a 304 brings no other")
    func policyIsKept() async throws {
        let first = try await edge.ask("/docs")
        let tag = try #require(first.headers[.eTag])
        let second = try await edge.ask("/docs", headers: [.ifNoneMatch: tag])
        #expect(second.status == 304 && second.headers[.eTag] == tag)
        #expect(!second.headers.contains(.contentSecurityPolicy))
    }

    @Test("the page asks nobody but its own service, and reads nothing as HTML")
    func selfContained() async throws {
        let answer = try await edge.ask("/docs")
        for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "http://", "https://"] {
            #expect(!answer.text.contains(word), "\(word)")
        }
        #expect(answer.body.readableBytes <= 40 * 1024)
    }
}

extension String {
    /// What stands between the first `opening` and the next `closing`.
    fileprivate func between(_ opening: String, _ closing: String) -> String? {
        guard let start = range(of: opening), let end = self[start.upperBound...].range(of: closing) else { return nil }
        return String(self[start.upperBound..<end.lowerBound])
    }
}
