/// A request and exactly what it is answered on known data. The description of the API shows it, and a test asks it.
package struct AnswerExample: Sendable, Equatable {
    /// The path and the query that are asked, such as `/api/v1/history?target=USD&period=1w`.
    package let target: String
    /// The JSON body that is sent, nil for none.
    package let body: String?
    /// The request's headers that matter.
    package let headers: [String: String]
    /// One line above it for a reader.
    package let summary: String
    /// The whole body of the answer, envelope included. JSON may be indented for the reader.
    package let answer: String

    /// An example of what `target` is answered.
    package init(
        _ summary: String, target: String, body: String? = nil, headers: [String: String] = [:], answer: String
    ) {
        self.summary = summary
        self.target = target
        self.body = body
        self.headers = headers
        self.answer = answer
    }
}
