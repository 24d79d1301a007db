import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SharedContracts
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("DELETE /api/v1/currencies/cache")
struct CacheRouteTests {
    private let path = "/api/v1/currencies/cache"

    /// Runs `body` with a way to ask with a key of that scope, or without one.
    private func withKeys(
        _ body: (Bench, (_ method: HTTPRequest.Method, _ uri: String, _ scope: Scope?) async throws -> Answer)
            async throws -> Void
    ) async throws {
        try await withTemporaryDirectory { directory in
            try await withBench { bench in
                let file = directory.file("keys.json")
                let store = KeyStore(path: file, time: bench.time.source)
                var keys: [Scope: String] = [:]
                for scope in Scope.allCases {
                    keys[scope] = try await store.create(tier: .standard, scopes: [scope], label: "\(scope)").text
                }
                var services = EdgeServices(metrics: bench.metrics, caches: bench.caches)
                services.access = try await AccessServices.make(
                    AccessServices.Plan(keysFile: file), time: bench.time.source, logger: bench.logs.logger
                ).control
                let edge = try bench.edge(services)
                try await body(bench) { [keys] method, uri, scope in
                    var headers = HTTPFields()
                    headers[.authorization] = scope.flatMap { keys[$0] }.map { "Bearer \($0)" }
                    return try await edge.application.test(.router) { [headers] client in
                        Answer(try await client.executeRequest(uri: uri, method: method, headers: headers, body: nil))
                    }
                }
            }
        }
    }

    @Test("it is for operators alone, and drops nothing for others")
    func access() async throws {
        try await withKeys { bench, ask in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            let cases: [(Scope?, Int, String)] = [
                (nil, 401, "UNAUTHORIZED"), (.read, 403, "FORBIDDEN"), (.write, 403, "FORBIDDEN"),
            ]
            for (scope, status, code) in cases {
                let answer = try await ask(.delete, path, scope)
                #expect(answer.status == status)
                #expect(try answer.code == code)
                #expect(bench.holdings.inMemory != nil)
            }
        }
    }

    // The two answers are the examples of the API's description, to the letter.
    @Test("it says what was dropped; the next read goes to the store and gives the same")
    func drops() async throws {
        try await withKeys { bench, ask in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            try await bench.receive([.priceEdition(bigMac("2026-01-01", [("KR", "KRW", "5500")]))])
            bench.time.advance(to: try #require(Instant("2026-10-31T03:34:56Z")))
            let target = "/api/v1/currencies/latest?symbols=USD,JPY"
            let before = try await ask(.get, target, nil)
            _ = try await ask(.get, "\(target)&precision=6", nil)
            #expect(try before.member("data")["cache_hit"] as? Bool == true)

            let dropped = try await ask(.delete, path, .admin)
            #expect(dropped.status == 200)
            #expect(try same(dropped.text, CacheExamples.full.answer), "\(dropped.text)")
            #expect(bench.holdings.inMemory == nil)
            let again = try await ask(.delete, path, .admin)
            #expect(try same(again.text, CacheExamples.empty.answer), "\(again.text)")

            let after = try await ask(.get, target, nil)
            #expect(bench.ownStore.reads == 1)
            #expect(try after.member("data")["cache_hit"] as? Bool == false)
            #expect(
                try (after.member("data")["rates"] as? [String: Double])
                    == (before.member("data")["rates"] as? [String: Double]))
            #expect(try await ask(.get, target, nil).member("data")["cache_hit"] as? Bool == true)
        }
    }

    /// Whether two documents say the same, spaces apart.
    private func same(_ one: String, _ other: String) throws -> Bool {
        func read(_ text: String) throws -> NSDictionary? {
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
        }
        return try read(one) == read(other)
    }
}
