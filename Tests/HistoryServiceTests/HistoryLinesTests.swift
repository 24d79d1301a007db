import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import SharedDomain
import SharedTelemetry
import SharedTesting
import Synchronization
import Testing

@testable import HistoryService
@testable import SharedHTTP

@Suite("Series as CSV and as lines of JSON", .timeLimit(.minutes(3)))
struct HistoryLinesTests {
    private let path = "/api/v1/history"

    private func lines(_ answer: Answer) -> [String] {
        answer.text.components(separatedBy: answer.text.contains("\r\n") ? "\r\n" : "\n").dropLast()
    }

    // The figures: GoldenResults, which exact fractions made.
    @Test("a CSV has a line of names and one for each point, ended by CR and LF")
    func csv() async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?target=USD&period=1w&format=csv&numbers=string")
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "text/csv; charset=utf-8")
        #expect(
            answer.headers["content-disposition"] == #"attachment; filename="history-USD-KRW-daily-1w.csv""#)
        #expect(
            answer.text.hasPrefix(
                "date,base,target,rate,change,change_percent,volume,filled,break\r\n"
                    + "2026-10-23,KRW,USD,1324.452783,-0.1790777871,-0.01351906083,1,,\r\n"
                    + "2026-10-26,KRW,USD,1325.277083,0.8242995991,0.062236994,1,,\r\n"), "\(answer.text)")
        #expect(answer.text.hasSuffix("2026-10-30,KRW,USD,1335.266738,-2.019874484,-0.1510427507,1,,\r\n"))
        #expect(lines(answer).count == 7)
    }

    @Test("lines of JSON have the members of a point and its pair")
    func ndjson() async throws {
        let answer = try await ask(
            ECBFile.memory, "\(path)?target=ISK&base=EUR&from=2018-02-01&to=2018-02-02&format=ndjson&precision=6")
        #expect(answer.headers["content-type"] == "application/x-ndjson; charset=utf-8")
        #expect(
            lines(answer).first
                == #"{"date":"2018-02-01","base":"EUR","target":"ISK","rate":0.00799936,"change":null,"#
                + #""change_percent":null,"volume":1,"break":"gap"}"#)
        let strings = try await ask(
            ECBFile.memory, "\(path)?target=USD&from=2026-10-30&format=ndjson&numbers=string")
        #expect(strings.text.contains(#""rate":"1335.266738""#))
    }

    @Test("what JSON has as null is empty, and weeks have their four rates")
    func columns() async throws {
        let gap = try await ask(
            ECBFile.memory, "\(path)?target=ISK&base=EUR&from=2018-02-01&to=2018-02-01&format=csv&precision=6")
        #expect(lines(gap).last == "2018-02-01,EUR,ISK,0.00799936,,,1,,gap")
        let weeks = try await ask(ECBFile.memory, "\(path)?target=USD&period=1w&interval=weekly&format=csv")
        #expect(
            lines(weeks).first
                == "date,base,target,rate,change,change_percent,volume,open,high,low,close,partial,filled,break")
        let fields = try #require(lines(weeks).last?.components(separatedBy: ","))
        #expect(fields.count == 14)
        // Of 2026-10-26 to 30: GoldenResults.
        #expect(fields[0] == "2026-10-26" && fields[6] == "5")
        #expect(fields[7..<11] == ["1325.277083", "1340.474266", "1325.277083", "1335.266738"])
        // Its Sunday is after the newest day.
        #expect(fields[11...] == ["true", "", ""])
        let empty = try await ask(ECBFile.memory, "\(path)?target=ISK&from=2010-01-01&to=2010-12-31&format=csv")
        #expect(lines(empty).count == 1)
        let nothing = try await ask(ECBFile.memory, "\(path)?target=ISK&from=2010-01-01&to=2010-12-31&format=ndjson")
        #expect(nothing.status == 200 && nothing.text.isEmpty)
    }

    // What `SeriesBreakTests` has of the same windows, and the days of observations: the ECB's file.
    @Test(
        "the lines at a break name it",
        arguments: [
            ("target=ISK&base=EUR&from=2008-12-08&to=2018-02-02", ["2018-02-01 gap"]),
            ("target=ISK&base=EUR&from=2008-12-08&to=2018-02-02&fill=linear", ["2018-02-01 gap"]),
            ("target=ISK&base=EUR&from=2008-12-01&to=2018-02-28&interval=monthly", ["2018-02-01 gap"]),
            ("target=ISK&base=EUR&from=2008-12-05&to=2008-12-31", ["2008-12-09 gap"]),
            ("target=ISK&base=EUR&from=2008-11-05&to=2008-12-31&interval=weekly", ["2008-12-08 gap"]),
            ("target=EUR&base=ISK&from=2008-12-05&to=2008-12-10&fill=forward", ["2008-12-09 gap"]),
            ("target=ISK&base=EUR&from=2008-12-05&to=2008-12-09", []),
            ("target=TRY&base=EUR&from=2004-12-01&to=2005-02-01", ["2005-01-03 redenomination"]),
            ("target=TRL&base=EUR&from=2004-12-01&to=2005-02-01", ["2004-12-31 redenomination"]),
            ("target=RUB&base=EUR&period=max", ["2005-04-01 began", "2022-03-01 ended"]),
            ("target=RUB&base=EUR&period=max&interval=weekly", ["2005-03-28 began", "2022-02-28 ended"]),
            ("target=HRK&base=TRY&period=max", ["2005-04-01 redenomination", "2022-12-30 ended"]),
            ("target=USD&base=EUR&period=1m", []),
        ])
    func breaks(query: String, expected: [String]) async throws {
        let csv = try await ask(ECBFile.memory, "\(path)?\(query)&format=csv")
        let rows = lines(csv).map { $0.components(separatedBy: ",") }
        #expect(rows.first?.last == "break" && rows.allSatisfy { $0.count == rows[0].count })
        let marked = rows.dropFirst().filter { $0.last != "" }
        #expect(marked.map { "\($0[0]) \($0.last ?? "")" } == expected)
        let ndjson = try await ask(ECBFile.memory, "\(path)?\(query)&format=ndjson")
        let named = lines(ndjson).filter { $0.contains(#""break":"#) }
        #expect(named.count == expected.count)
        for (line, expected) in zip(named, expected) {
            let parts = expected.components(separatedBy: " ")
            #expect(line.hasPrefix(#"{"date":"\#(parts[0])""#) && line.hasSuffix(#","break":"\#(parts[1])"}"#))
        }
    }

    @Test("a filled day says so in either form")
    func filled() async throws {
        let query = "\(path)?target=USD&base=EUR&from=2026-10-23&to=2026-10-26&fill=forward&precision=4"
        let csv = lines(try await ask(ECBFile.memory, "\(query)&format=csv"))
        #expect(csv.first?.hasSuffix("volume,filled,break") == true)
        #expect(csv.dropFirst().map { $0.hasSuffix(",0,true,") } == [false, true, true, false])
        let ndjson = lines(try await ask(ECBFile.memory, "\(query)&format=ndjson"))
        #expect(ndjson.map { $0.contains(#""filled":true"#) } == [false, true, true, false])
    }

    @Test("what goes with JSON only is refused with what was sent for it", arguments: ["limit=3", "cursor=abc.d"])
    func pagesOfLines(parameter: String) async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?target=USD&period=1w&format=csv&\(parameter)")
        let details = try #require(try answer.member("error")["details"] as? [String: Any])
        #expect(["\(try #require(details["parameter"]))=\(try #require(details["provided"]))"] == [parameter])
        #expect(details["expected"] as? String == "'format' json")
    }

    @Test("they come in the coding that the client reads, and vary with it")
    func vary() async throws {
        for format in ["csv", "ndjson"] {
            let answer = try await ask(
                ECBFile.memory, "\(path)?target=USD&period=1y&format=\(format)", headers: [.acceptEncoding: "gzip"])
            #expect(answer.headers["content-encoding"] == "gzip")
            #expect(answer.headers["vary"] == "Accept-Encoding")
        }
    }

    // The numbers of lines: what the ECB's file has of each currency on those days.
    @Test("all currencies are given by code, then by day, each as it is given alone")
    func all() async throws {
        let query = "base=EUR&from=2010-11-15&to=2011-01-15&format=csv"
        let answer = try await ask(ECBFile.memory, "\(path)?target=all&\(query)")
        #expect(
            answer.headers["content-disposition"]
                == #"attachment; filename="history-all-EUR-daily-2010-11-15-to-2011-01-15.csv""#)
        let rows = lines(answer).dropFirst().map { $0.components(separatedBy: ",") }
        let days = Set(ECBLines.days.filter { (14_928...14_989).contains($0) })
        let expected = ECBLines.quotes.filter { days.contains($0.key) }.values.reduce(0) { $0 + $1.count }
        #expect(rows.count == expected)
        let order = rows.map { "\($0[2]) \($0[0])" }
        #expect(order == order.sorted())
        for code in ["EEK", "ILS", "USD"] {
            let alone = try await ask(ECBFile.memory, "\(path)?target=\(code)&\(query)")
            #expect(lines(alone).dropFirst().elementsEqual(lines(answer).filter { $0.contains(",EUR,\(code),") }))
        }
    }

    @Test("years of all currencies are made in pieces of a bounded size, each when it is asked for")
    func pieces() throws {
        let first = try day("2021-01-01")
        let query = HistoryQuery(
            target: .all, base: .eur, window: .days(from: first, to: nil), interval: .daily, fill: .none, format: .csv,
            limit: nil,
            asOf: nil, digits: 10, numbers: .number)
        var records = try HistoryRecords(query, SeriesReader(memory: ECBFile.memory), in: ECBFile.memory.current)
        var lines = 0
        while let piece = try records.nextPiece() {
            // No line is longer than a kilobyte.
            #expect(piece.readableBytes < HistoryRecords.pieceBytes + 1024)
            lines += piece.readableBytesView.count { $0 == UInt8(ascii: "\n") }
        }
        // One line of names, and one for each quote of the file in those years.
        #expect(lines == 1 + ECBLines.quotes.filter { $0.key >= first.number }.values.reduce(0) { $0 + $1.count })
    }

    @Test("while the client does not read, nothing more is made")
    func slowReader() async throws {
        let (gate, counts) = (Gate(), PieceCounts())
        let reply = try EdgeReply.streaming(mediaType: "text/plain", pieces: CountingPieces(counts: counts))
        guard case .stream(.finite(let body), _) = reply.content else { throw TestFailure("no stream") }
        let writing = Task {
            var writer = StreamWriter(
                GatedWriter(gate: gate, counts: counts), on: nil, sent: EdgeMetrics.responseBytes(MetricsRegistry()))
            try await body(&writer)
        }
        // The first write waits at the gate; the second piece is made only when it is through.
        try await gate.waitForArrivals(1)
        #expect(counts.made == 1 && counts.written == 0)
        gate.open()
        try await writing.value
        #expect(counts.made == CountingPieces.count && counts.written == CountingPieces.count)
    }

    @Test(
        "what is wrong is an error in the envelope, whatever the format",
        arguments: ["csv", "ndjson"],
        [
            ("target=VND&period=1w", 404, "NOT_FOUND", "VND"),
            ("target=USD&from=2026-10-31", 404, "NOT_FOUND", "2026-10-30"),
            ("target=all&from=2026-10-31", 404, "NOT_FOUND", "2026-10-30"),
            ("target=all&base=VND&period=1w", 404, "NOT_FOUND", "VND"),
            ("target=USD&period=1w&limit=5", 400, "INVALID_PARAMETER", "'limit'"),
            ("target=USD&period=1w&cursor=abc", 400, "INVALID_PARAMETER", "'cursor'"),
            ("target=KRW&period=1w", 400, "INVALID_PARAMETER", "'target' and 'base'"),
            ("target=all&from=2026-10-02&to=2026-10-01", 400, "INVALID_PARAMETER", "'from'"),
            ("target=all&period=1w&interval=weekly&fill=linear", 400, "INVALID_PARAMETER", "'interval'"),
            ("target=ALLE&period=1w", 400, "INVALID_CURRENCY_CODE", "'ALLE'"),
        ])
    func refused(format: String, _ wrong: (query: String, status: Int, code: String, named: String)) async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?\(wrong.query)&format=\(format)")
        #expect(answer.status == wrong.status, "\(answer.text)")
        #expect(answer.headers["content-type"]?.hasPrefix("application/json") == true)
        #expect(answer.headers["content-disposition"] == nil)
        #expect(try answer.code == wrong.code)
        #expect(try answer.message.contains(wrong.named), "\(answer.text)")
    }

    @Test("with nothing held it is not ready", arguments: ["all", "USD"])
    func notReady(target: String) async throws {
        let answer = try await ask(SeriesMemory(), "\(path)?target=\(target)&period=1w&format=csv")
        #expect(answer.status == 503)
        #expect(try answer.code == "DATA_NOT_READY")
    }

    @Test("HEAD says what GET would, without a line")
    func head() async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?target=all&period=max&format=csv", .head)
        #expect(answer.status == 200 && answer.text.isEmpty)
        #expect(answer.headers["content-disposition"]?.contains("history-all-KRW-daily-max.csv") == true)
    }
}

/// How many pieces were made and written.
private final class PieceCounts: Sendable {
    private let counts = Mutex((made: 0, written: 0))

    var made: Int { counts.withLock(\.made) }
    var written: Int { counts.withLock(\.written) }

    func make() { counts.withLock { $0.made += 1 } }
    func write() { counts.withLock { $0.written += 1 } }
}

private struct CountingPieces: PieceMaker {
    static let count = 5
    let counts: PieceCounts

    func nextPiece() -> ByteBuffer? {
        guard counts.made < Self.count else { return nil }
        counts.make()
        return ByteBuffer(string: "piece")
    }
}

/// A client that reads nothing until the gate is open.
private struct GatedWriter: ResponseBodyWriter {
    let gate: Gate
    let counts: PieceCounts

    func write(_ buffer: ByteBuffer) async throws {
        try await gate.wait()
        counts.write()
    }

    func finish(_ trailingHeaders: HTTPFields?) {}
}
