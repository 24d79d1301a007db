/// One question that a service answers: where it is asked, what may be asked, and who answers.
package struct Route: Sendable {
    /// How a route answers.
    enum Handler: Sendable {
        case immediate(@Sendable (EdgeRequest) throws -> EdgeReply)
        case waiting(@Sendable (EdgeRequest) async throws -> EdgeReply)
    }

    /// The method.
    package let method: RouteMethod
    /// The path as a template: `/api/v1/currencies/{code}`. What logs and figures name.
    package let path: String
    /// One sentence for a reader of the API's description.
    package let summary: String
    /// Every parameter there is. Whatever else a request sends is refused by name.
    package let parameters: [any DeclaredParameter]
    /// Whether requests are logged at debug instead of info: probes ask every few seconds.
    package let isProbe: Bool

    let handler: Handler

    /// A route whose handler may wait (for a store, for a peer). It is cancelled at the request's time limit.
    package init(
        _ method: RouteMethod, _ path: String, summary: String, parameters: [any DeclaredParameter] = [],
        isProbe: Bool = false, handler: @escaping @Sendable (EdgeRequest) async throws -> EdgeReply
    ) {
        self.init(method, path, summary, parameters, isProbe, .waiting(handler))
    }

    /// A route that is answered from memory. What cannot wait needs no time limit, and costs less.
    package init(
        _ method: RouteMethod, _ path: String, summary: String, parameters: [any DeclaredParameter] = [],
        isProbe: Bool = false, immediate handler: @escaping @Sendable (EdgeRequest) throws -> EdgeReply
    ) {
        self.init(method, path, summary, parameters, isProbe, .immediate(handler))
    }

    private init(
        _ method: RouteMethod, _ path: String, _ summary: String, _ parameters: [any DeclaredParameter],
        _ isProbe: Bool, _ handler: Handler
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        self.parameters = parameters
        self.isProbe = isProbe
        self.handler = handler
    }
}
