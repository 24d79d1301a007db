import NIOCore
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("The writing of a long range")
struct FrankfurterDocumentTests {
    @Test("its pieces are of bounded size, and together the whole")
    func pieces() async throws {
        let book = try #require(ECBFile.memory.current.sources[.ecb])
        let (eur, from, to) = ("EUR", try day("2020-01-02"), try day("2026-10-30"))
        let question = FrankfurterQuestion(
            amount: .one, base: eur, symbols: nil, window: .range(from: from, to: to))
        let rates = try #require(FrankfurterRates(question, from: book))
        var document = FrankfurterDocument(rates, days: from.number...to.number)
        var whole = document.head
        var isMoreLeft = true
        // A day of all currencies is less than a thousand bytes.
        while isMoreLeft {
            var piece = ByteBuffer()
            isMoreLeft = try document.writeDays(into: &piece, upTo: 4096)
            #expect(piece.readableBytes < 4096 + 1024)
            whole += String(buffer: piece)
        }
        let answer = try await ask(ECBFile.memory, "/v1/2020-01-02..2026-10-30")
        #expect(answer.text == whole + FrankfurterDocument.tail)
    }
}
