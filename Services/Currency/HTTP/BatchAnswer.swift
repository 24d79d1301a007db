import SharedDomain
import SharedHTTP

/// What became of each conversion of a batch, under its place in the request.
struct BatchAnswer: Sendable {
    struct Success: Sendable {
        let index: Int
        let conversion: Conversion
    }

    struct Failure: Sendable {
        let index: Int
        let error: ServiceError
    }

    /// By index.
    var results: [Success] = []
    /// By index.
    var errors: [Failure] = []
}

extension BatchAnswer: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { data in
            data.member("results", results)
            data.member("errors", errors)
        }
    }

    /// What `write(into:)` writes, for batches of at most that many.
    static func schema(most: Int) -> ValueSchema {
        .object(
            named: "ConversionBatch",
            [
                "results": .array(of: Success.schema, "What could be converted, by index.", count: 0...most),
                "errors": .array(of: Failure.schema, "What could not, by index.", count: 0...most),
            ])
    }

    private static let index = ValueSchema.integer("The place in `requests`, from 0.", atLeast: 0)
}

extension BatchAnswer.Success: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        let numbers = writer.numbers
        writer.object { data in
            data.member("index", index)
            conversion.writeMembers(into: &data, numbers)
        }
    }

    fileprivate static let schema = ValueSchema.object(["index": BatchAnswer.index]).adding(Conversion.members)
        .named("BatchConversion")
}

extension BatchAnswer.Failure: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { data in
            data.member("index", index)
            data.member("code", error.code.rawValue)
            data.member("message", error.message)
            data.member("details", error.details)
        }
    }

    fileprivate static let schema = ValueSchema.object(
        named: "BatchError",
        [
            "index": BatchAnswer.index,
            "code": .oneOf(ErrorCode.self, "What went wrong, as in the answer to a single conversion."),
            "message": .string("The same for a person: it names the value."),
            "details": .map(of: .string(), "`parameter`, `provided` and `expected`, where they help."),
        ])
}
