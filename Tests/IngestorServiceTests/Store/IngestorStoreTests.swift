import Foundation
import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import IngestorService

@Suite("The ingestor's store")
struct IngestorStoreTests {
    @Test("every table is strict")
    func strict() async throws {
        try await withRig(sources: []) { rig in
            let others = try await rig.store.store.tablesThatAreNotStrict()
            #expect(others.isEmpty)
        }
    }

    @Test(
        "what is asked at every collection finds its rows by key",
        arguments: [
            IngestorStore.heldSheetsSQL, IngestorStore.recentSheetsSQL, IngestorStore.newestDaySQL,
            IngestorStore.openJumpSQL, IngestorStore.recentDaysSQL,
        ])
    func plans(sql: String) async throws {
        try await withRig(sources: []) { rig in
            let plan = try await QueryPlan(of: sql, in: rig.store.store)
            #expect(plan.fullScans.isEmpty, "\(plan)")
            #expect(plan.temporaryTrees.isEmpty, "\(plan)")
        }
    }

    @Test("the content of a sheet reads back as the same quotes")
    func content() throws {
        let quotes = [
            try quote("IDR", "20275.17"), try quote("JPY", "0.000000000000000001", unit: 100, direction: .inPivot),
            try quote("USD", "123456789012345678"),
        ]
        let content = SheetContent(quotes)
        #expect(try content.quotes() == Dictionary(uniqueKeysWithValues: quotes.map { ($0.currency, $0) }))
        #expect(content.bytes.count == 14 * 3)
    }

    @Test("equal numbers are equal content, and every part of a quote counts")
    func equality() throws {
        let one = SheetContent([try quote("ISK", "136")])
        #expect(one.hash == SheetContent([try quote("ISK", "136.00")]).hash)
        #expect(one.hash != SheetContent([try quote("ISK", "13.6")]).hash)
        #expect(one.hash != SheetContent([try quote("JPY", "136")]).hash)
        #expect(one.hash != SheetContent([try quote("ISK", "136", unit: 100)]).hash)
        #expect(one.hash != SheetContent([try quote("ISK", "136", direction: .inPivot)]).hash)
    }

    @Test("transfer prices are part of the content, between quotes that have none")
    func transferContent() throws {
        let transfer = try TransferPrices(buying: .of("867.62"), selling: .of("123456789012345678"))
        let yen = try Quote(
            currency: CurrencyCode("JPY").required("a code"), price: .of("876.39"), unit: 100, direction: .inPivot,
            transfer: transfer)
        let quotes = [try quote("IDR", "8.27", unit: 100, direction: .inPivot), yen, try quote("USD", "1335.3")]
        let content = SheetContent(quotes)
        #expect(try content.quotes() == Dictionary(uniqueKeysWithValues: quotes.map { ($0.currency, $0) }))
        #expect(content.hash != SheetContent([quotes[0], try yen.replacingTransfer(nil), quotes[2]]).hash)
        let other = try TransferPrices(buying: .of("867.61"), selling: transfer.selling)
        #expect(SheetContent([try yen.replacingTransfer(other)]).hash != SheetContent([yen]).hash)
        for length in 1..<content.bytes.count where ![14, 14 + 32].contains(length) {
            #expect(throws: ServiceError.self) { try SheetContent(bytes: content.bytes.prefix(length)).quotes() }
        }
    }

    /// Python: `b"USD" + b"0" + bytes([1]) + struct.pack("<bQ", -4, 11172)`, and the same for `JPY` in pivot money.
    @Test("what earlier versions stored is read")
    func earlierContent() throws {
        let bytes: [UInt8] = [
            0x4A, 0x50, 0x59, 0x31, 0x64, 0xFE, 0x57, 0x56, 1, 0, 0, 0, 0, 0,
            0x55, 0x53, 0x44, 0x30, 0x01, 0xFC, 0xA4, 0x2B, 0, 0, 0, 0, 0, 0,
        ]
        let quotes = [try quote("JPY", "876.39", unit: 100, direction: .inPivot), try quote("USD", "1.1172")]
        #expect(SheetContent(quotes).bytes == Data(bytes))
        #expect(
            try SheetContent(bytes: Data(bytes)).quotes()
                == Dictionary(uniqueKeysWithValues: quotes.map { ($0.currency, $0) }))
    }

    @Test("content that was damaged is refused, not guessed")
    func damagedContent() throws {
        let bytes = SheetContent([try quote("ISK", "136")]).bytes
        #expect(throws: ServiceError.self) { try SheetContent(bytes: bytes.dropLast()).quotes() }
        #expect(throws: ServiceError.self) { try SheetContent(bytes: Data(repeating: 0, count: 14)).quotes() }
    }

    @Test("runs are kept with what came of each source, the newest of them only")
    func runs() async throws {
        try await withRig(sources: []) { rig in
            for _ in 0..<3 {
                let run = try await rig.store.beginRun(.single, at: rig.time.now)
                let parts = [
                    SourceOutcome.Part(origin: .shipped, counts: Counts(accepted: 3)),
                    SourceOutcome.Part(origin: .live, failure: "HTTP 503"),
                ]
                let outcome = SourceOutcome(source: .ecb, parts: parts)
                try await rig.store.finish(run, [outcome], at: rig.time.now, keeping: 2)
            }
            let rows = try await rig.store.store.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT run_id, origin, accepted, failure FROM run_source ORDER BY run_id, origin"
                ).map { "\($0[0] as Int) \($0[1] as String) \($0[2] as Int) \($0[3] as String? ?? "-")" }
            }
            #expect(rows == ["2 live 0 HTTP 503", "2 shipped 3 -", "3 live 0 HTTP 503", "3 shipped 3 -"])
            let state = try #require(try await rig.store.sourceStates().first)
            #expect(state.lastSuccess == rig.time.now)
            #expect(state.lastError == "HTTP 503")
        }
    }

    private func quote(
        _ code: String, _ price: String, unit: Int = 1, direction: QuoteDirection = .perPivot
    ) throws -> Quote {
        try Quote(
            currency: CurrencyCode(code).required("a code"), price: ExactDecimal(price).required("a price"),
            unit: unit, direction: direction)
    }
}

extension Quote {
    /// The same rate with other transfer prices, or none.
    fileprivate func replacingTransfer(_ transfer: TransferPrices?) throws -> Quote {
        try Quote(currency: currency, price: price, unit: unit, direction: direction, transfer: transfer)
    }
}

extension ExactDecimal {
    fileprivate static func of(_ text: String) throws -> ExactDecimal { try ExactDecimal(text).required(text) }
}
