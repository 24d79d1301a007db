import NIOCore
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import HistoryService

@Suite("The examples in the description of the history service")
struct HistoryExamplesTests {
    @Test("they are what is answered", arguments: [HistoryExamples.week, HistoryExamples.days])
    func examples(example: AnswerExample) async throws {
        let answer = try await ask(ECBFile.memory, example.target)
        let (given, shown) = try (JSONParser.parse(answer.text), JSONParser.parse(example.answer))
        #expect(given == shown, "\(answer.text)")
    }
}

extension JSONParser {
    fileprivate static func parse(_ text: String) throws -> JSONValue {
        try parse(ByteBuffer(string: text))
    }
}
