/// Every answer that the description promises of a route, errors included.
package struct PossibleAnswers: Sendable {
    /// The answers with a body.
    package let all: [DescribedAnswer]
    /// The statuses, those without a body among them.
    package let statuses: Set<Int>

    private let route: Route

    /// What `route` may answer.
    package init(of route: Route) {
        let errors = RouteErrors(route: route, maximumBodyBytes: 0).byStatus.map { status, codes in
            DescribedAnswer(
                status: status, mediaType: MediaType.json,
                schema: route.dialect == .own ? EnvelopeSchema.error(codes) : ErrorMessage.schema, summary: "",
                examples: [])
        }
        var statuses = Set((route.answers.all + errors).map(\.status))
        if case .versioned = route.caching { statuses.insert(304) }
        self.route = route
        self.all = route.answers.all + errors
        self.statuses = statuses
    }

    /// The names of the headers that an answer of that status must have.
    package func requiredHeaders(of status: Int) -> [String] {
        let own = all.filter { $0.status == status }.flatMap(\.headers).filter { !$0.schema.isOptional }
        return AnswerHeaders.of(status: status, route).filter(\.isAlwaysThere).map(\.name) + own.map(\.name)
    }
}
