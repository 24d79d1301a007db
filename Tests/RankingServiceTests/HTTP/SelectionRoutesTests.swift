import SharedDatabase
import SharedDomain
import Testing

@testable import RankingService

@Suite(.timeLimit(.minutes(1)))
struct SelectionRoutesTests {
    @Test("a selection is answered with 201 and its identity, which is in the store")
    func recorded() async throws {
        try await withRanking { ranking in
            try await ranking.ask { client in
                let answer = try await client.select(
                    """
                    {"user_id":"u1","country_code":"jp","session_id":"s1","referrer":""}
                    """)
                #expect(answer.status == 201)
                let id = try #require(answer.body["data"]?["selection_id"]?.text)
                #expect(id.count == 26)
                #expect(answer.body["data"]?["message"]?.text == "The selection was recorded.")
                #expect(try await ranking.store.identities() == [id])
                #expect(try await ranking.store.keptCounts().map(\.country) == ["JP"])
            }
        }
    }

    @Test("a repetition by the same user is acknowledged and counts once")
    func repetition() async throws {
        try await withRanking { ranking in
            try await ranking.ask { client in
                let body = #"{"user_id":"u1","country_code":"JP"}"#
                let answers = [try await client.select(body), try await client.select(body)]
                #expect(answers.map(\.status) == [201, 201])
                #expect(Set(answers.map { $0.body["data"]?["selection_id"]?.text }).count == 2)
                #expect(try await ranking.store.keptCounts().map(\.selections) == [1])
            }
        }
    }

    @Test("the same idempotency key gives the same answer, with another body an error that names it")
    func idempotency() async throws {
        try await withRanking { ranking in
            try await ranking.ask { client in
                let first = try await client.select(#"{"user_id":"u1","country_code":"JP"}"#, key: "order 66")
                let again = try await client.select(#"{ "country_code":"jp", "user_id":"u1" }"#, key: "order 66")
                #expect(first.status == 201 && again.status == 201)
                #expect(first.body["data"] == again.body["data"])
                let other = try await client.select(#"{"user_id":"u1","country_code":"US"}"#, key: "order 66")
                #expect(other.status == 400)
                #expect(other.errorCode == "INVALID_PARAMETER")
                #expect(other.body["error"]?["details"]?["parameter"]?.text == "Idempotency-Key")
                #expect(other.body["error"]?["details"]?["provided"]?.text == "order 66")
                #expect(try await ranking.store.number("SELECT count(*) FROM selections") == 1)
            }
        }
    }

    @Test(
        "an idempotency key of 1 to 128 printable ASCII characters is taken, others are not",
        arguments: [
            ("~", 201), (String(repeating: "k", count: 128), 201), (String(repeating: "k", count: 129), 400),
            ("käse", 400), ("tab\there", 400),
        ])
    func keys(key: String, status: Int) async throws {
        try await withRanking { ranking in
            try await ranking.ask { client in
                let answer = try await client.select(#"{"user_id":"u1","country_code":"JP"}"#, key: key)
                #expect(answer.status == status)
                if status == 400 { #expect(answer.errorCode == "INVALID_PARAMETER") }
            }
        }
    }

    @Test(
        "a body that is not a selection is refused by name, and nothing is stored",
        arguments: [
            (#"{"country_code":"JP"}"#, "MISSING_PARAMETER", "user_id"),
            (#"{"user_id":null,"country_code":"JP"}"#, "MISSING_PARAMETER", "user_id"),
            (#"{"user_id":"u1"}"#, "MISSING_PARAMETER", "country_code"),
            (#"{"user_id":"","country_code":"JP"}"#, "INVALID_PARAMETER", "user_id"),
            (#"{"user_id":7,"country_code":"JP"}"#, "INVALID_PARAMETER", "user_id"),
            (#"{"user_id":["u1"],"country_code":"JP"}"#, "INVALID_PARAMETER", "user_id"),
            (#"{"user_id":"u\n1","country_code":"JP"}"#, "INVALID_PARAMETER", "user_id"),
            (#"{"user_id":"u1","country_code":""}"#, "INVALID_COUNTRY_CODE", "country_code"),
            (#"{"user_id":"u1","country_code":"j p"}"#, "INVALID_COUNTRY_CODE", "country_code"),
            (#"{"user_id":"u1","country_code":"XX"}"#, "INVALID_COUNTRY_CODE", "country_code"),
            (#"{"user_id":"u1","country_code":"JPN"}"#, "INVALID_COUNTRY_CODE", "country_code"),
            (#"{"user_id":"u1","country_code":{"a":1}}"#, "INVALID_COUNTRY_CODE", "country_code"),
            (#"{"user_id":"u1","country_code":"JP","session_id":""}"#, "INVALID_PARAMETER", "session_id"),
            (#"{"user_id":"u1","country_code":"JP","referrer":1}"#, "INVALID_PARAMETER", "referrer"),
            (#"{"user_id":"u1","country_code":"JP","admin":true}"#, "INVALID_PARAMETER", "admin"),
            (#"{"user_id":"u1","user_id":"u2","country_code":"JP"}"#, "INVALID_PARAMETER", "body"),
            (#"{"user_id":"u\u0000","country_code":"JP"}"#, "INVALID_PARAMETER", "body"),
            (#"{"user_id":"\ud800","country_code":"JP"}"#, "INVALID_PARAMETER", "body"),
            (#"{"user_id":"u1","country_code":"JP""#, "INVALID_PARAMETER", "body"),
            (#"{"user_id":"u1","country_code":"JP"} {}"#, "INVALID_PARAMETER", "body"),
            (#"["u1","JP"]"#, "INVALID_PARAMETER", "body"),
            ("null", "INVALID_PARAMETER", "body"),
            ("user_id=u1&country_code=JP", "INVALID_PARAMETER", "body"),
            ("", "MISSING_PARAMETER", "user_id"),
        ])
    func hostile(body: String, code: String, parameter: String) async throws {
        try await refused(Array(body.utf8), status: 400, code: code, parameter: parameter)
    }

    @Test("texts that are too long are refused, and not repeated in full")
    func tooLong() async throws {
        let long = String(repeating: "x", count: 500)
        let bodies = [
            #"{"user_id":"\#(long)","country_code":"JP"}"#, #"{"user_id":"u1","country_code":"\#(long)"}"#,
            #"{"user_id":"u1","country_code":"JP","session_id":"\#(long)"}"#,
            #"{"user_id":"u1","country_code":"JP","referrer":"\#(long + long + long + long + long)"}"#,
        ]
        try await withRanking { ranking in
            try await ranking.ask { client in
                for body in bodies {
                    let answer = try await client.select(body)
                    #expect(answer.status == 400)
                    #expect(try #require(answer.body["error"]?["message"]?.text).count < 300)
                }
                #expect(try await ranking.store.number("SELECT count(*) FROM selections") == 0)
            }
        }
    }

    @Test("bytes that are not UTF-8, nesting without end, and a body larger than allowed are refused")
    func bytes() async throws {
        let invalid = Array(#"{"user_id":"u"#.utf8) + [0xC3, 0x28] + Array(#"","country_code":"JP"}"#.utf8)
        try await refused(invalid, status: 400, code: "INVALID_PARAMETER", parameter: "body")
        let deep = Array(repeating: UInt8(ascii: "["), count: 100_000)
        try await refused(deep, status: 400, code: "INVALID_PARAMETER", parameter: "body")
        let large = Array(repeating: UInt8(ascii: " "), count: 2_000_000)
        try await refused(large, status: 413, code: "PAYLOAD_TOO_LARGE", parameter: "body")
    }

    @Test("a form is refused as such")
    func form() async throws {
        try await withRanking { ranking in
            try await ranking.ask { client in
                let answer = try await client.select(
                    bytes: Array("user_id=u1".utf8), contentType: "application/x-www-form-urlencoded")
                #expect(answer.status == 415)
            }
        }
    }

    @Test("when the store does not answer, the client is told to come again")
    func unavailable() async throws {
        try await withRanking { ranking in
            await ranking.store.store.close()
            try await ranking.ask { client in
                let answer = try await client.select(#"{"user_id":"u1","country_code":"JP"}"#)
                #expect(answer.status == 503)
                #expect(answer.errorCode == "DATABASE_UNAVAILABLE")
                #expect(answer.headers["retry-after"] != nil)
            }
        }
    }

    private func refused(_ body: [UInt8], status: Int, code: String, parameter: String) async throws {
        try await withRanking { ranking in
            try await ranking.ask { client in
                let answer = try await client.select(bytes: body)
                #expect(answer.status == status)
                #expect(answer.errorCode == code)
                #expect(answer.body["error"]?["details"]?["parameter"]?.text == parameter)
                #expect(try await ranking.store.number("SELECT count(*) FROM selections") == 0)
            }
        }
    }
}
