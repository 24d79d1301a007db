import NIOCore
import SharedDomain

/// Every answer of a route by its status: those it declares, `304`, and each error that can be.
struct ResponsesDescription {
    let route: Route
    let settings: EdgeSettings

    fileprivate struct Response {
        var summaries: [String] = []
        var headers: [AnswerHeaders.Header] = []
        var ownHeaders: [ValueSchema.Property] = []
        var content: [Content] = []
    }

    fileprivate struct Content {
        let mediaType: String
        var schemas: [JSONValue]
        var examples: [(summary: String, value: JSONValue)]
    }

    /// The responses object.
    func write(_ book: inout SchemaBook) throws -> JSONValue {
        var responses: [Int: Response] = [:]
        for answer in route.answers.all { try add(answer, to: &responses, &book) }
        if case .versioned = route.caching {
            responses[304, default: Response()].summaries.append(
                "The answer that If-None-Match names still holds; there is no body.")
        }
        for (status, codes) in RouteErrors(route: route, maximumBodyBytes: settings.maximumBodyBytes).byStatus {
            try add(codes, to: &responses[status, default: Response()], &book)
        }
        var members: [(String, JSONValue?)] = []
        for (status, var response) in responses.sorted(by: { $0.key < $1.key }) {
            response.headers = AnswerHeaders.of(status: status, route)
            members.append((String(status), try write(response, &book)))
        }
        return .members(members)
    }

    private func add(
        _ answer: DescribedAnswer, to responses: inout [Int: Response], _ book: inout SchemaBook
    ) throws {
        var response = responses[answer.status, default: Response()]
        response.summaries.append(answer.summary.isEmpty ? Self.usualSummary(of: answer.status) : answer.summary)
        response.ownHeaders += answer.headers
        let mediaType = answer.mediaType.prefix { $0 != ";" }
        let isJSON = mediaType == MediaType.json
        let examples = try answer.examples.map { example in
            (
                summary: "\(example.summary): \(route.method.rawValue) \(example.target)",
                value: isJSON
                    ? try JSONParser.parse(ByteBuffer(string: example.answer)) : JSONValue.string(example.answer)
            )
        }
        response.add(
            Content(mediaType: String(mediaType), schemas: [try book.write(answer.schema)], examples: examples))
        responses[answer.status] = response
    }

    private func add(_ codes: [ErrorCode], to response: inout Response, _ book: inout SchemaBook) throws {
        let errors = RouteErrors(route: route, maximumBodyBytes: settings.maximumBodyBytes)
        response.summaries += codes.map { "`\($0.rawValue)`: \($0.meaning)" }
        guard route.dialect == .own else {
            let examples = codes.map { code in
                (
                    summary: code.rawValue,
                    value: ["message": .string(ErrorMessage(errors.example(of: code)).message)] as JSONValue
                )
            }
            response.add(
                Content(
                    mediaType: MediaType.json, schemas: [try book.write(ErrorMessage.schema)], examples: examples))
            return
        }
        let schema: JSONValue = [
            "allOf": [
                try book.write(EnvelopeSchema.anyError),
                [
                    "properties": [
                        "error": ["properties": ["code": ["enum": .strings(codes.map(\.rawValue))]]]
                    ]
                ],
            ]
        ]
        let examples = codes.map { (summary: $0.rawValue, value: Self.envelope(of: errors.example(of: $0))) }
        response.add(Content(mediaType: MediaType.json, schemas: [schema], examples: examples))
    }

    private func write(_ response: Response, _ book: inout SchemaBook) throws -> JSONValue {
        var headers: [(String, JSONValue?)] = response.headers.map { header in
            (header.name, ["$ref": .string("#/components/headers/\(header.name)")])
        }
        for own in response.ownHeaders {
            headers.append(
                (
                    own.name,
                    .members([
                        ("description", .string(own.schema.description)),
                        ("required", own.schema.isOptional ? nil : true),
                        ("schema", try book.write(own.schema.described(""))),
                    ])
                ))
        }
        return .members([
            ("description", .string(response.summaries.joined(separator: "\n\n"))),
            ("headers", .members(headers)),
            (
                "content",
                response.content.isEmpty
                    ? nil : .members(response.content.map { content in (content.mediaType, Self.write(content)) })
            ),
        ])
    }

    private static func write(_ content: Content) -> JSONValue {
        .members([
            ("schema", content.schemas.count == 1 ? content.schemas[0] : ["oneOf": .array(content.schemas)]),
            ("examples", ExampleList.write(content.examples)),
        ])
    }

    /// The members that `ErrorEnvelope` writes.
    private static func envelope(of error: ServiceError) -> JSONValue {
        [
            "success": false, "data": .null,
            "error": [
                "code": .string(error.code.rawValue), "message": .string(error.message),
                "details": .members(error.details.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }),
                "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
            ],
            "timestamp": "2026-10-30T15:00:00Z",
        ]
    }

    private static func usualSummary(of status: Int) -> String {
        switch status {
        case 201: "Created."
        case 202: "Accepted; it is done later."
        default: "The answer."
        }
    }
}

extension ResponsesDescription.Response {
    /// Adds a content; what has one media type becomes one content with several schemas.
    fileprivate mutating func add(_ new: ResponsesDescription.Content) {
        guard let index = content.firstIndex(where: { $0.mediaType == new.mediaType }) else {
            return content.append(new)
        }
        content[index].schemas += new.schemas
        content[index].examples += new.examples
    }
}
