/// The description of a service's API (OpenAPI 3.1), made of its routes once, at start.
package struct APIDocument: Sendable {
    /// The document as a value.
    package let value: JSONValue

    /// The description of `routes`.
    ///
    /// - Parameter about: what the service is for, in Markdown.
    /// - Throws: `RouteMistake` for an example that is not JSON or has a malformed target, or two things of one name.
    package init(
        routes: [Route], build: BuildInformation, settings: EdgeSettings, about: String = ""
    ) throws(RouteMistake) {
        var book = SchemaBook()
        var paths: [(path: String, operations: [(String, JSONValue?)])] = []
        var names: Set<String> = []
        for route in routes {
            let operation = try Self.operation(of: route, settings, &book, &names)
            let entry = (route.method.rawValue.lowercased(), JSONValue?.some(operation))
            if let place = paths.firstIndex(where: { $0.path == route.path }) {
                paths[place].operations.append(entry)
            } else {
                paths.append((route.path, [entry]))
            }
        }
        let tags = routes.map(RouteNames.tag).reduce(into: [String]()) { tags, tag in
            if !tags.contains(tag) { tags.append(tag) }
        }
        value = .members([
            ("openapi", "3.1.1"),
            ("info", APIText(build: build, settings: settings, about: about).information),
            ("servers", [["url": "/", "description": "The service that this description comes from."]]),
            ("tags", .array(tags.map { ["name": .string($0)] })),
            ("paths", .members(paths.map { ($0.path, .members($0.operations)) })),
            ("components", try Self.components(book)),
        ])
    }

    private static func operation(
        of route: Route, _ settings: EdgeSettings, _ book: inout SchemaBook, _ names: inout Set<String>
    ) throws(RouteMistake) -> JSONValue {
        func mistake(_ reason: String) -> RouteMistake {
            RouteMistake(route: "\(route.method.rawValue) \(route.path)", reason: reason)
        }
        let name = RouteNames.operationID(of: route)
        guard names.insert(name).inserted else { throw mistake("another route's operation is called \(name) too") }
        do {
            return try OperationDescription(route: route, settings: settings).write(&book)
        } catch let clash as SchemaBook.NameClash {
            throw mistake("another answer calls something else '\(clash.name)'")
        } catch let error as JSONSyntaxError {
            throw mistake("an example is not JSON: \(error.reason), at byte \(error.offset)")
        } catch let example as ExampleRequests.MalformedTarget {
            throw mistake("the target of an example, '\(example.target)', cannot be asked: \(example.reason)")
        } catch {
            throw mistake("it cannot be described: \(error)")
        }
    }

    /// What operations refer to: the schemas of `book`, `headers`, and how a client proves who it is.
    ///
    /// - Throws: `RouteMistake` when a header calls something by the name of another schema.
    static func components(
        _ book: SchemaBook, headers: [AnswerHeaders.Header] = AnswerHeaders.all
    ) throws(RouteMistake) -> JSONValue {
        var book = book
        var written: [(String, JSONValue?)] = []
        for header in headers { written.append((header.name, try Self.component(of: header, &book))) }
        return .members([
            ("schemas", .members(book.components.map { ($0.name, .some($0.schema)) })),
            ("headers", .members(written)),
            (
                "securitySchemes",
                [
                    "bearer": [
                        "type": "http", "scheme": "bearer", "bearerFormat": "key or JWT",
                        "description": .string(APIText.bearer),
                    ]
                ]
            ),
        ])
    }

    private static func component(
        of header: AnswerHeaders.Header, _ book: inout SchemaBook
    ) throws(RouteMistake) -> JSONValue {
        let schema: JSONValue
        do throws(SchemaBook.NameClash) {
            schema = try book.write(header.schema.described(""))
        } catch {
            throw RouteMistake(
                route: "the header \(header.name)", reason: "an answer calls something else '\(error.name)'")
        }
        return .members([
            ("description", .string(header.schema.description)),
            ("required", header.isAlwaysThere ? true : nil), ("schema", schema),
        ])
    }
}
