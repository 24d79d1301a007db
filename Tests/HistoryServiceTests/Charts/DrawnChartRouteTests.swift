import Foundation
import HTTPTypes
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("GET /api/v1/history/{code}/chart.svg", .timeLimit(.minutes(1)))
struct DrawnChartRouteTests {
    private func path(_ query: String, _ code: String = "USD") -> String {
        "/api/v1/history/\(code)/chart.svg?\(query)"
    }

    @Test("it is a picture of the size asked for, that says what it shows")
    func picture() async throws {
        let answer = try await ask(ECBFile.memory, path("period=1y&width=1600&height=700&lang=ko"))
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "image/svg+xml; charset=utf-8")
        #expect(answer.headers["x-content-type-options"] == "nosniff")
        #expect(answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'")
        let document = try ReadSVG(answer.text)
        let root = try #require(document.attributes(of: "svg").first)
        #expect(root["width"] == "1600" && root["height"] == "700" && root["viewBox"] == "0 0 1600 700")
        #expect(root["role"] == "img" && root["xml:lang"] == "ko")
        #expect(document.texts(of: "title") == ["USD/KRW · 미국 달러 · 1년"])
        let summary = try #require(document.texts(of: "desc").first)
        for part in [
            "미국 달러 1단위의 가격(대한민국 원).", "최고 1,558.09 (2026-07-01).", "마지막 1,335.27 (2026-10-30).",
            "출처 유럽중앙은행(ECB), 2026-10-30 기준.",
        ] {
            #expect(summary.contains(part), "\(summary)")
        }
        #expect(!document.names.contains("style") && !answer.text.contains("style="))
    }

    @Test("without more it is three months, 800 by 400, light, in Korean, in won")
    func defaults() async throws {
        let plain = try await ask(ECBFile.memory, "/api/v1/history/usd/chart.svg")
        let full = try await ask(
            ECBFile.memory, path("period=3m&base=KRW&width=800&height=400&theme=light&lang=ko"))
        #expect(plain.status == 200 && plain.text == full.text)
        let narrow = try await ask(ECBFile.memory, path("width=320"))
        #expect(narrow.text.contains(#"viewBox="0 0 320 240""#))
        let english = try await ask(ECBFile.memory, path(""), headers: [.acceptLanguage: "en-GB"])
        #expect(english.text.contains("US Dollar"))
        #expect(english.headers["vary"]?.contains("Accept-Language") == true)
    }

    @Test("the style of the theme auto is permitted by its hash, and by nothing else")
    func policy() async throws {
        let answer = try await ask(ECBFile.memory, path("theme=auto"))
        let style = try #require(try ReadSVG(answer.text).texts(of: "style").first)
        // Python: base64.b64encode(hashlib.sha256(style).digest()).
        let hash = "xpjf1RW8rrLYN/ri6u4qSLFiBO6GfAfBr347F2UBaIs="
        #expect(
            answer.headers["content-security-policy"]
                == "default-src 'none'; style-src 'sha256-\(hash)'; frame-ancestors 'none'")
        #expect(answer.text.contains("<style>\(style)</style>"))
    }

    @Test(
        "every one is well-formed and small",
        arguments: [
            ("USD", "period=max&width=1600&height=1200&theme=auto"), ("ISK", "period=max&width=320"),
            ("ISK", "from=2010-01-01&to=2010-12-31"), ("USD", "from=2026-10-30"),
            ("USD", "from=2026-10-30&to=2026-11-01"),
            ("HRK", "period=1y&lang=en"), ("TRL", "period=max&base=TRY"), ("TRY", "period=max&base=EUR&theme=dark"),
            ("EUR", "from=1900-01-01&to=1950-01-01"), ("DKK", "period=10y&base=EUR&height=200&width=1600"),
        ])
    func wellFormed(code: String, query: String) async throws {
        let answer = try await ask(ECBFile.memory, path(query, code))
        #expect(answer.status == 200, "\(answer.text.prefix(300))")
        #expect(answer.text.utf8.count < 60_000)
        #expect(!answer.text.lowercased().contains("nan") || answer.text.contains("Finan"))
        _ = try ReadSVG(answer.text)
    }

    @Test("a client that holds it gets 304, and another after a correction")
    func caching() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-29", ["KRW": "1490", "USD": "1.1"]),
                ecbSheet("2026-10-30", ["KRW": "1491", "USD": "1.2"]),
            ])
            let first = try await ask(bench.memory, path("period=1w"))
            let tag = try #require(first.headers["etag"])
            #expect(first.headers["cache-control"]?.hasPrefix("public, max-age=") == true)
            let again = try await ask(bench.memory, path("period=1w"), headers: [.ifNoneMatch: tag])
            #expect(again.status == 304)
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1491", "USD": "1.3"], recordedAfter: 10)])
            let corrected = try await ask(bench.memory, path("period=1w"), headers: [.ifNoneMatch: tag])
            #expect(corrected.status == 200 && corrected.text != first.text)
        }
    }

    @Test("as of a moment it is as it was then, and says so")
    func asOf() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2"])])
            try await bench.receive([
                ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.25"], recordedAfter: 7_200_000)
            ])
            let time = HandMovedTime()
            time.advance(by: .seconds(86_400))
            let moment = ECBFile.recordedAt.advanced(by: .seconds(3600))
            let now = try await ask(bench.memory, path("lang=en"), at: time)
            let then = try await ask(bench.memory, path("lang=en&as_of=\(moment)"), at: time)
            #expect(now.text.contains("Last 1,200.00 (2026-10-30)."), "\(now.text)")
            #expect(then.text.contains("Last 1,250.00 (2026-10-30)."), "\(then.text)")
            #expect(then.text.contains("as known on \(moment)"))
        }
    }

    @Test(
        "what is wrong is refused as JSON with the code of the contract, and named",
        arguments: [
            ("USD", "width=319", 400, "INVALID_PARAMETER", "'width'"),
            ("USD", "width=1601", 400, "INVALID_PARAMETER", "'width'"),
            ("USD", "width=1e3", 400, "INVALID_PARAMETER", "'width'"),
            ("USD", "width=", 400, "INVALID_PARAMETER", "'width'"),
            ("USD", "height=199", 400, "INVALID_PARAMETER", "'height'"),
            ("USD", "height=-400", 400, "INVALID_PARAMETER", "'height'"),
            ("USD", "height=99999999999999999999", 400, "INVALID_PARAMETER", "'height'"),
            ("USD", "theme=blue", 400, "INVALID_PARAMETER", "'theme'"),
            ("USD", "lang=jp", 400, "INVALID_PARAMETER", "'lang'"),
            ("USD", "theme=%3Cscript%3E", 400, "INVALID_PARAMETER", "'theme'"),
            ("USD", "period=4d", 400, "INVALID_PERIOD", "'4d'"),
            ("USD", "to=2026-10-30", 400, "MISSING_PARAMETER", "'from'"),
            ("USD", "period=1w&from=2026-10-01", 400, "INVALID_PARAMETER", "'period'"),
            ("USD", "from=2010-31-01", 400, "INVALID_DATE", "'2010-31-01'"),
            ("USD", "from=9999-01-01", 400, "INVALID_DATE", "'from'"),
            ("USD", "as_of=yesterday", 400, "INVALID_DATE", "'as_of'"),
            ("USD", "as_of=2199-01-01T00:00:00Z", 400, "INVALID_DATE", "'as_of'"),
            ("USD", "precision=5", 400, "INVALID_PARAMETER", "'precision'"),
            ("USD", "interval=daily", 400, "INVALID_PARAMETER", "'interval'"),
            ("KRW", "", 400, "INVALID_PARAMETER", "'base'"), ("XYZ", "", 400, "INVALID_CURRENCY_CODE", "'XYZ'"),
            ("US%44%00", "", 400, "INVALID_PARAMETER", "code"),
            ("USD", "base=u%20d", 400, "INVALID_CURRENCY_CODE", "'base'"),
            ("VND", "", 404, "NOT_FOUND", "VND"), ("USD", "from=2026-10-31", 404, "NOT_FOUND", "2026-10-30"),
        ])
    func refused(code: String, query: String, status: Int, expected: String, named: String) async throws {
        let answer = try await ask(ECBFile.memory, path(query, code))
        #expect(answer.status == status, "\(answer.text.prefix(300))")
        #expect(answer.headers["content-type"]?.hasPrefix("application/json") == true)
        #expect(answer.headers["cache-control"] == "no-store")
        #expect(try answer.code == expected)
        #expect(try answer.message.contains(named), "\(answer.text)")
    }

    @Test("with nothing held the answer is 503: not ready")
    func notReady() async throws {
        let answer = try await ask(SeriesMemory(), path("period=1w"))
        #expect(answer.status == 503)
        #expect(try answer.code == "DATA_NOT_READY")
    }

    @Test("HEAD has no body")
    func head() async throws {
        let answer = try await ask(ECBFile.memory, path(""), .head)
        #expect(answer.status == 200 && answer.text.isEmpty)
    }
}
