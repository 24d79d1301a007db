import Crypto
import NIOCore
import SharedDomain

/// The routes that describe a service: `/openapi.json`, `/openapi.yaml`, and `/docs`, a page to read and try it on.
///
/// All three are made once, at start, and answered from memory.
struct DescriptionRoutes {
    /// The routes.
    let routes: [Route]

    private static let yamlMediaType = "application/yaml"

    /// The routes that describe `others`, `/metrics` and the health routes included, and themselves.
    ///
    /// - Throws: `RouteMistake`, see `APIDocument`.
    init(describing others: [Route], build: BuildInformation, settings: EdgeSettings, about: String)
        throws(RouteMistake)
    {
        // They describe themselves too, so their shape is known before what they answer.
        let outlines = Self.make(json: ByteBuffer(), yaml: ByteBuffer(), asOf: Self.date(of: build))
        _ = try RouteTable(others + outlines)
        let document = try APIDocument(routes: others + outlines, build: build, settings: settings, about: about)
        routes = Self.make(
            json: JSONWriter.encode(document.value), yaml: ByteBuffer(string: YAMLWriter.encode(document.value)),
            asOf: Self.date(of: build))
    }

    private static func make(json: ByteBuffer, yaml: ByteBuffer, asOf: Instant) -> [Route] {
        let page = DocsPage.shared
        return [
            route(
                "/openapi.json", "The description of this API (OpenAPI 3.1).", MediaType.json,
                .document(.anyObject("An OpenAPI document.")), json, asOf),
            route(
                "/openapi.yaml", "The same description in YAML.", yamlMediaType,
                .media(yamlMediaType, schema: .anyObject("An OpenAPI document.")), yaml, asOf),
            route(
                "/docs", "The same description as a page, with forms to try each route.", DocsPage.mediaType,
                .media(DocsPage.mediaType)
                    .withHeader("Content-Security-Policy", .string("Lets the page's own style and script run only.")),
                page.bytes, asOf, headers: ["Content-Security-Policy": page.contentSecurityPolicy]),
        ]
    }

    private static func route(
        _ path: String, _ summary: String, _ mediaType: String, _ answers: DescribedAnswers, _ bytes: ByteBuffer,
        _ asOf: Instant, headers: [String: String] = [:]
    ) -> Route {
        let digest = SHA256.hash(data: Array(bytes.readableBytesView))
        let version = AnswerVersion(
            tag: digest.map { String($0, radix: 16) }.joined(separator: "-"), asOf: asOf, freshUntil: nil)
        return Route(
            .get, path, summary: summary, answers: answers, caching: .versioned { _ in version },
            immediate: { _ in
                headers.reduce(EdgeReply.bytes(bytes, mediaType: mediaType)) { reply, header in
                    reply.settingHeader(header.key, to: header.value)
                }
            })
    }

    private static func date(of build: BuildInformation) -> Instant {
        build.builtAt ?? Instant(seconds: 0)
    }
}
