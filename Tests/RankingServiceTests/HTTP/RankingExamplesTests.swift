import NIOCore
import SharedDatabase
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import RankingService

@Suite("The examples in the description of the ranking service", .timeLimit(.minutes(1)))
struct RankingExamplesTests {
    @Test("they are what is answered", arguments: [RankingExamples.chart, RankingExamples.page])
    func charts(example: AnswerExample) async throws {
        try await withTwoDays { _, client in
            _ = try await client.get(example.target)
            let answer = try await client.get(example.target)
            #expect(try answer.body == JSONParser.parse(ByteBuffer(string: example.answer)), "\(answer.text)")
        }
    }

    @Test("so is that of a selection, whose identity is drawn from a known row of numbers")
    func selection() async throws {
        let example = RankingExamples.selection
        try await withTwoDays { _, client in
            let answer = try await client.select(try #require(example.body), key: example.headers["Idempotency-Key"])
            #expect(answer.status == 201)
            #expect(try answer.body == JSONParser.parse(ByteBuffer(string: example.answer)), "\(answer.text)")
        }
    }
}
