import SharedDomain
import SharedHTTP

/// `POST /api/v1/currencies/batch`: many conversions at once, each on its own.
struct BatchRoute: Sendable {
    private static let most = 100
    private static let parameters = ConversionParameters(in: .body)
    private static let requests = Parameter(
        required: "requests", in: .body, .elements(1...most, members: parameters.all),
        summary: "What to convert; each element is judged on its own.")

    let conversions: Conversions

    /// The route.
    var route: Route {
        Route(
            .post, "/api/v1/currencies/batch",
            summary: "Up to \(Self.most) conversions at once; one that fails does not touch the others.",
            details: Self.details,
            parameters: [Self.requests, CommonParameter.precision, CommonParameter.numbers],
            answers: .data(
                BatchAnswer.schema(most: Self.most), "What could be converted, and what could not.",
                example: BatchExamples.mixed),
            handler: { request in
                let precision = try request[CommonParameter.precision]
                let questions = try request[Self.requests].map { Self.question($0, rateDigits: precision) }
                return .success(await answer(questions, at: request.receivedAt))
            })
    }

    /// Asks everything that could be read at once, and puts the answers to their places.
    private func answer(_ questions: [Result<ConversionQuestion, ServiceError>], at now: Instant) async -> BatchAnswer {
        var answer = BatchAnswer()
        var asked: [(index: Int, question: ConversionQuestion)] = []
        for (index, question) in questions.enumerated() {
            switch question {
            case .success(let question): asked.append((index, question))
            case .failure(let error): answer.errors.append(BatchAnswer.Failure(index: index, error: error))
            }
        }
        let converted = await conversions.answers(to: asked.map(\.question), at: now)
        for (index, conversion) in zip(asked.map(\.index), converted) {
            switch conversion {
            case .success(let conversion):
                answer.results.append(BatchAnswer.Success(index: index, conversion: conversion))
            case .failure(let error): answer.errors.append(BatchAnswer.Failure(index: index, error: error))
            }
        }
        answer.errors.sort { $0.index < $1.index }
        return answer
    }

    private static func question(_ element: JSONValue, rateDigits: Int) -> Result<ConversionQuestion, ServiceError> {
        do {
            guard case .object(let object) = element else {
                throw ServiceError.invalidParameter(
                    "requests", provided: element.kind, expected: "an object with from, to and amount")
            }
            let values = try DecodedValues(of: object, declared: parameters.all)
            return .success(
                ConversionQuestion(
                    from: try values[parameters.from], to: try values[parameters.to],
                    amount: try values[parameters.amount], day: try values[parameters.date],
                    rounding: try values[parameters.rounding], rateDigits: rateDigits))
        } catch let error as ServiceError {
            return .failure(error)
        } catch {
            return .failure(.internalError())
        }
    }

    /// What a reader of the API's description should know of all these members together.
    private static let details = """
        Each element of `requests` is what `GET /api/v1/currencies/convert` takes as its query, and is answered by the \
        same rules, with the same members. An element that cannot be read or converted is listed in `errors` under its \
        place in `requests` (`index`, from 0) with the code that it would have had alone; the others are answered in \
        `results`. The answer is 200 wherever the body itself could be read: a list of 1 to \(most) elements. Numbers may \
        be sent as strings of the same digits. `precision` and `numbers` in the query are of all results.
        """
}

extension ValueRule where Value == [JSONValue] {
    /// A JSON array whose elements are read one by one afterwards, objects or not.
    fileprivate static func elements(
        _ count: ClosedRange<Int>, members: [any DeclaredParameter]
    ) -> ValueRule<[JSONValue]> {
        ValueRule(
            expected: "an array of \(count.lowerBound) to \(count.upperBound) objects",
            schema: ValueRule<[JSONObject]>.objects(count, members: members).schema,
            text: { "\($0.count) elements" },
            fromText: { (text) throws(ValueRefusal) in throw ValueRefusal(provided: text) },
            fromJSON: { (json) throws(ValueRefusal) in
                guard case .array(let elements) = json else { throw ValueRefusal(provided: json.kind) }
                guard count.contains(elements.count) else {
                    throw ValueRefusal(provided: "\(elements.count) elements")
                }
                return elements
            })
    }
}
