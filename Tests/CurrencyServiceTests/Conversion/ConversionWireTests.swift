import HTTPTypes
import HummingbirdTesting
import NIOCore
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Conversions over HTTP beside Python's decimal")
struct ConversionWireTests {
    /// The cases of the last two weeks between currencies that have rates: what memory can answer.
    private func recent() throws -> [ConversionOracle.Line] {
        let first = try day("2026-10-17")
        return try ConversionOracle.lines("c").filter { line in
            try line.fields[6] != "-" && day(String(line.fields[1])) >= first
        }
    }

    private func withECB(_ body: (Bench) async throws -> Void) async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            bench.time.advance(to: try #require(Instant("2026-10-30T20:00:00Z")))
            try await body(bench)
        }
    }

    @Test("strings have every digit, and numbers the fifteen that can be held")
    func get() async throws {
        let lines = try recent()
        try #require(lines.count >= 300)
        try await withECB { bench in
            let edge = try bench.edge()
            try await edge.application.test(.router) { client in
                func ask(_ target: String) async throws -> Answer {
                    Answer(try await client.executeRequest(uri: target, method: .get, headers: [:], body: nil))
                }
                for line in lines {
                    let question = try line.question()
                    let target =
                        "/api/v1/currencies/convert?from=\(question.from)&to=\(question.to)&amount=\(question.amount)"
                        + "&date=\(line.fields[1])&rounding=\(question.rounding.rawValue)"
                    let string = try await ask(target + "&numbers=string")
                    #expect(try string.member("data")["result"] as? String == String(line.fields[7]), "\(line)")
                    let number = try await ask(target)
                    let digits = line.fields[8].isEmpty ? line.fields[7] : line.fields[8]
                    #expect(number.text.contains(#""result":\#(digits),"#), "\(line): \(number.text)")
                    let isExact = line.fields[8].isEmpty
                    #expect(number.text.contains(#""result_exact":\#(isExact)"#), "\(line)")
                }
            }
        }
    }

    @Test("batches of a hundred have the same digits")
    func batch() async throws {
        let lines = Array(try recent().prefix(300))
        try await withECB { bench in
            try await bench.edge().application.test(.router) { client in
                for start in stride(from: 0, to: lines.count, by: 100) {
                    let part = lines[start..<min(start + 100, lines.count)]
                    let elements = try part.map { line in
                        let question = try line.question()
                        return #"{"from":"\#(question.from)","to":"\#(question.to)","amount":\#(question.amount),"#
                            + #""date":"\#(line.fields[1])","rounding":"\#(question.rounding.rawValue)"}"#
                    }
                    let answer = Answer(
                        try await client.executeRequest(
                            uri: "/api/v1/currencies/batch?numbers=string", method: .post,
                            headers: [.contentType: "application/json"],
                            body: ByteBuffer(string: #"{"requests":[\#(elements.joined(separator: ","))]}"#)))
                    let results = try #require(try answer.member("data")["results"] as? [[String: Any]])
                    for (line, result) in zip(part, results) {
                        #expect(result["result"] as? String == String(line.fields[7]), "\(line)")
                    }
                    #expect(results.count == part.count)
                }
            }
        }
    }
}
