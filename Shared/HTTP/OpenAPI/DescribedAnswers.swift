/// What a route answers when nothing is wrong. Errors are described from what the route declares.
///
///     answers: .data(LatestAnswer.schema, example: LatestExamples.dollar)
///     answers: .data(HistoryReply.schema).or(.media("text/csv; charset=utf-8", "One line per day."))
package struct DescribedAnswers: Sendable, Equatable {
    /// The answers: one for each status and media type.
    package private(set) var all: [DescribedAnswer]

    /// `schema` inside the envelope of every endpoint under `/api/v1`.
    package static func data(
        _ schema: ValueSchema, _ summary: String = "", status: ReplyStatus = .ok, example: AnswerExample? = nil
    ) -> DescribedAnswers {
        .data(schema, summary, status: status, examples: example.map { [$0] } ?? [])
    }

    /// `schema` inside the envelope, with several examples.
    package static func data(
        _ schema: ValueSchema, _ summary: String = "", status: ReplyStatus = .ok, examples: [AnswerExample]
    ) -> DescribedAnswers {
        .one(status.rawValue, MediaType.json, EnvelopeSchema.success(of: schema), summary, examples)
    }

    /// `schema` as the whole document, as the oldest paths answer.
    package static func document(
        _ schema: ValueSchema, _ summary: String = "", status: ReplyStatus = .ok, example: AnswerExample? = nil
    ) -> DescribedAnswers {
        .one(status.rawValue, MediaType.json, schema, summary, example.map { [$0] } ?? [])
    }

    /// A document of another media type, such as `text/csv; charset=utf-8`: a text, unless it is read as `schema`.
    package static func media(
        _ mediaType: String, _ summary: String = "", schema: ValueSchema = .string(), status: ReplyStatus = .ok,
        example: AnswerExample? = nil
    ) -> DescribedAnswers {
        .one(status.rawValue, mediaType, schema, summary, example.map { [$0] } ?? [])
    }

    /// Nothing is said: a route that the description lacks, which the contract's test refuses.
    package static var undescribed: DescribedAnswers { DescribedAnswers(all: []) }

    /// These answers and others: a further status, or a further media type of the same.
    package func or(_ others: DescribedAnswers) -> DescribedAnswers {
        DescribedAnswers(all: all + others.all)
    }

    /// The same answers with a header that each has, besides those that every answer of the edge has.
    package func withHeader(_ name: String, _ schema: ValueSchema) -> DescribedAnswers {
        var answers = self
        for index in answers.all.indices {
            answers.all[index].headers.append(ValueSchema.Property(name: name, schema: schema))
        }
        return answers
    }

    /// An answer whose status is that of an error but whose document is not: a service that is ill says how.
    func orUnavailable(_ schema: ValueSchema, _ summary: String) -> DescribedAnswers {
        or(.one(503, MediaType.json, schema, summary, []))
    }

    private static func one(
        _ status: Int, _ mediaType: String, _ schema: ValueSchema, _ summary: String, _ examples: [AnswerExample]
    ) -> DescribedAnswers {
        DescribedAnswers(all: [
            DescribedAnswer(
                status: status, mediaType: mediaType, schema: schema, summary: summary, examples: examples)
        ])
    }
}

/// One status and media type that a route answers.
package struct DescribedAnswer: Sendable, Equatable {
    /// The HTTP status.
    package let status: Int
    /// The `Content-Type`.
    package let mediaType: String
    /// The whole body.
    package let schema: ValueSchema
    /// One sentence for a reader; empty where the status says all.
    package let summary: String
    /// Requests that are answered so.
    package let examples: [AnswerExample]
    /// Headers besides those of every answer.
    package var headers: [ValueSchema.Property] = []
}
