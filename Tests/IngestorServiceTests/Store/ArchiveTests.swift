import Foundation
import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import IngestorService

@Suite("The archive of payloads")
struct ArchiveTests {
    @Test("a payload is kept as it came, with its time, address, status and headers")
    func asItCame() async throws {
        try await withRig(sources: []) { rig in
            let payload = payload(Array(0...255), headers: ["etag": "\"1\""])
            try await rig.store.archive(payload, of: .ecb)
            let kept = try #require(try await rig.store.newestPayload(of: .ecb))
            #expect(kept.body == payload.body)
            #expect(kept.url == payload.url)
            #expect(kept.status == 200)
            #expect(kept.headers == payload.headers)
            #expect(kept.fetchedAt == payload.fetchedAt)
        }
    }

    @Test("the same content is kept once, under its SHA-256, however often it comes")
    func once() async throws {
        try await withRig(sources: []) { rig in
            for _ in 0..<3 { try await rig.store.archive(payload(Array("abc".utf8)), of: .ecb) }
            // SHA-256 of "abc": FIPS 180-2, appendix B.1.
            let hash = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"
            #expect(try await rig.contents() == [hash])
            #expect(try await rig.arrivals() == 3)
        }
    }

    @Test("beyond its bounds the oldest goes, but never the newest")
    func bounds() async throws {
        try await withRig(sources: []) { rig in
            let limits = IngestorStore.ArchiveLimits(arrivals: 4, bytes: 25)
            for byte in 1...3 as ClosedRange<UInt8> {
                try await rig.store.archive(payload(Array(repeating: byte, count: 10)), of: .ecb, limits: limits)
            }
            #expect(try await rig.contents().count == 2)
            #expect(try await rig.arrivals() == 2)
            try await rig.store.archive(payload(Array(repeating: 9, count: 100)), of: .ecb, limits: limits)
            #expect(try await rig.contents().count == 1)
            #expect(try await rig.store.newestPayload(of: .ecb)?.body.count == 100)
            for _ in 0..<10 { try await rig.store.archive(payload([7]), of: .ecb, limits: limits) }
            #expect(try await rig.arrivals() == 4)
        }
    }

    private func payload(_ body: [UInt8], headers: [String: String] = [:]) -> Payload {
        Payload(
            origin: .live, url: "http://source/file", fetchedAt: Rig.fridayEvening, status: 200, headers: headers,
            body: body)
    }
}

extension Rig {
    fileprivate func contents() async throws -> [String] {
        try await store.store.read { try String.fetchAll($0, sql: "SELECT hex(hash) FROM payload_content") }
    }

    fileprivate func arrivals() async throws -> Int {
        try await store.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM payload") ?? 0 }
    }
}
