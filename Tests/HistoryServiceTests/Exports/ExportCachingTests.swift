import HTTPTypes
import NIOCore
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Exports that a client holds already", .timeLimit(.minutes(1)))
struct ExportCachingTests {
    /// The first two are short and come in one go, the others piece by piece.
    private static let targets = [
        "/export/eurofxref-daily.xml", "/export/prices.beancount?symbols=USD&period=1w", "/export/eurofxref-hist.csv",
        "/export/prices.ledger",
    ]

    // 2026-10-30 is a Friday; the next rates come out on Monday at 16:00 in Frankfurt, 15:00 UTC: in 259,200 seconds.
    @Test(
        "they are fresh until the next publication, HEAD says the same, and what is held is not sent again",
        arguments: targets)
    func held(target: String) async throws {
        let time = HandMovedTime()
        let answer = try await ask(ECBFile.memory, target, at: time)
        #expect(answer.headers["cache-control"] == "public, max-age=259200")
        let tag = try #require(answer.headers["etag"])
        let head = try await ask(ECBFile.memory, target, .head, at: time)
        #expect(head.status == 200)
        #expect(head.text.isEmpty)
        for name in ["etag", "cache-control", "content-type", "content-disposition", "content-length"] {
            #expect(head.headers[name] == answer.headers[name], "\(name)")
        }
        let same = try await ask(ECBFile.memory, target, headers: [.ifNoneMatch: tag], at: time)
        #expect(same.status == 304)
        #expect(same.text.isEmpty)
        time.advance(by: .seconds(259_200))
        #expect(try await ask(ECBFile.memory, target, at: time).headers["cache-control"] == "public, no-cache")
    }

    @Test(
        "after a restart they have the same tag; after a correction, a withdrawal or a new sheet another",
        arguments: targets)
    func corrections(target: String) async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2025-06-01", through: "2026-10-28"), inBatchesOf: 400)
            var tags: [String] = []
            let steps = [
                try ecbSheet("2026-10-29", ["KRW": "1491", "USD": "1.2"]),
                try ecbSheet("2026-10-29", ["KRW": "1492", "USD": "1.2"], recordedAfter: 10),
                try ecbSheet("2026-10-28", ["KRW": "1490"], recordedAfter: 20),
                try ecbSheet("2026-10-30", ["KRW": "1493", "USD": "1.3"], recordedAfter: 30),
            ]
            for sheet in steps {
                try await bench.receive([sheet])
                let answer = try await ask(bench.memory, target)
                let restarted = try await ask(SeriesMemory.load(from: bench.store), target)
                #expect(answer.headers["etag"] == restarted.headers["etag"])
                let isSame = answer.text == restarted.text
                #expect(isSame)
                tags.append(try #require(answer.headers["etag"]))
            }
            #expect(Set(tags).count == steps.count)
        }
    }

    @Test("of a source whose hours are not known prices may change at any moment")
    func unforeseeable() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", ["USD": "1.1", "KRW": "1500"]))
        _ = try book.take(bokSheet("2026-10-30", ["USD": ("1310", 1)]))
        let memory = SeriesMemory(book)
        #expect(try await ask(memory, "/export/prices.ledger").headers["cache-control"] == "public, no-cache")
        // The bank's own sheets do not come from there.
        let file = try await ask(memory, "/export/eurofxref-hist.csv")
        #expect(file.headers["cache-control"] == "public, max-age=259200")
    }

    @Test("what fails before the first piece is made is an error like any other")
    func failing() {
        let error = #expect(throws: ServiceError.self) {
            try EdgeReply.export(FailingText(), mediaType: "text/plain", named: "a.txt")
        }
        #expect(error?.code == .dataNotReady)
    }
}

/// A text that cannot be made.
private struct FailingText: ExportText {
    mutating func writeNext(to buffer: inout ByteBuffer) throws(ServiceError) -> Bool {
        throw .dataNotReady("Nothing is held.")
    }
}
