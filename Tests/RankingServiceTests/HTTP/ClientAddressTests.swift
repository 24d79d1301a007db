import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SharedDatabase
import SharedHTTP
import SharedTesting
import Testing

@testable import RankingService

@Suite("Whose address a selection is kept with", .timeLimit(.minutes(1)))
struct ClientAddressTests {
    @Test(
        "behind a trusted proxy it is the client's, else the connection's, and only as a keyed hash",
        arguments: [(true, "203.0.113.7"), (false, "127.0.0.1")])
    func address(trustsProxy: Bool, expected: String) async throws {
        try await withRanking { ranking in
            var services = EdgeServices()
            if trustsProxy {
                let loopback = try #require(IPNetwork("127.0.0.0/8"))
                services.addresses = ClientAddress(trustedProxies: [loopback], maximumHops: 1)
            }
            let edge = try ranking.edge(ranking.charts, services: services)
            try await edge.application.test(.live) { client in
                var headers: HTTPFields = [.contentType: "application/json"]
                headers[try #require(HTTPField.Name("X-Forwarded-For"))] = "198.51.100.1, 203.0.113.7"
                let body = ByteBuffer(string: #"{"user_id":"u1","country_code":"JP"}"#)
                let response = try await client.execute(
                    uri: "/api/v1/rankings/selections", method: .post, headers: headers, body: body)
                #expect(response.status == .created)
            }
            let stored = try await ranking.store.store.read {
                try Data.fetchOne($0, sql: "SELECT address FROM selections")
            }
            #expect(stored == (try testKey().digest(.address, expected).bytes))
        }
    }
}
