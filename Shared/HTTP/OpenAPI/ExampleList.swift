/// Examples of one media type.
enum ExampleList {
    /// The map of named examples, nil for none. The names are numbers: the summary says what each is.
    static func write(_ examples: [(summary: String, value: JSONValue)]) -> JSONValue? {
        guard !examples.isEmpty else { return nil }
        return .members(
            examples.enumerated().map { index, example in
                (
                    "example\(index + 1)",
                    .members([("summary", .string(example.summary)), ("value", example.value)])
                )
            })
    }
}
