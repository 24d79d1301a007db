package import SharedDomain

/// One question that a service answers: where it is asked, by whom, what may be asked, and who answers.
///
/// Decoding, the texts of errors, caching and the description of the API all come from this one declaration.
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
    /// More for such a reader, in Markdown (CommonMark); nil where the summary says it all.
    package let details: String?
    /// Every parameter there is. Whatever else a request sends is refused by name, unless `dialect` says otherwise.
    package let parameters: [any DeclaredParameter]
    /// Who may ask.
    package let access: RouteAccess
    /// The successful answers, for the description of the API.
    package let answers: DescribedAnswers
    /// The codes of its errors, beyond those that every route with such parameters, access and body has.
    package let errors: [ErrorCode]
    /// Whether answers may be kept.
    package let caching: CacheRule
    /// How it words its errors, and whether it minds parameters that are not declared.
    package let dialect: RouteDialect
    /// Whether requests are logged at debug instead of info, and never counted against a client's limit: probes ask
    /// every few seconds.
    package let isProbe: Bool

    let handler: Handler

    /// A route whose handler may wait (for a store, for a peer). It is cancelled at the request's time limit.
    package init(
        _ method: RouteMethod, _ path: String, summary: String, details: String? = nil,
        parameters: [any DeclaredParameter] = [], access: RouteAccess = .open,
        answers: DescribedAnswers = .undescribed, errors: [ErrorCode] = [], caching: CacheRule = .never,
        dialect: RouteDialect = .own, isProbe: Bool = false,
        handler: @escaping @Sendable (EdgeRequest) async throws -> EdgeReply
    ) {
        self.init(
            method, path, summary, details, parameters, access, answers, errors, caching, dialect, isProbe,
            .waiting(handler))
    }

    /// A route that is answered from memory. What cannot wait needs no time limit, and costs less.
    package init(
        _ method: RouteMethod, _ path: String, summary: String, details: String? = nil,
        parameters: [any DeclaredParameter] = [], access: RouteAccess = .open,
        answers: DescribedAnswers = .undescribed, errors: [ErrorCode] = [], caching: CacheRule = .never,
        dialect: RouteDialect = .own, isProbe: Bool = false,
        immediate handler: @escaping @Sendable (EdgeRequest) throws -> EdgeReply
    ) {
        self.init(
            method, path, summary, details, parameters, access, answers, errors, caching, dialect, isProbe,
            .immediate(handler))
    }

    private init(
        _ method: RouteMethod, _ path: String, _ summary: String, _ details: String?,
        _ parameters: [any DeclaredParameter], _ access: RouteAccess, _ answers: DescribedAnswers,
        _ errors: [ErrorCode], _ caching: CacheRule, _ dialect: RouteDialect, _ isProbe: Bool, _ handler: Handler
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        self.details = details
        self.parameters = parameters
        self.access = access
        self.answers = answers
        self.errors = errors
        self.caching = caching
        self.dialect = dialect
        self.isProbe = isProbe
        self.handler = handler
    }
}
