import Foundation
import SharedDomain
import Testing

@testable import IngestorService

@Suite("A day in the ECB's form as history exports it")
struct ECBExportTests {
    // The document is the one that history's tests hold its export against, byte for byte: it was made from the line of
    // this day in the ECB's CSV (Tests/Oracles/history/exports/exports_oracle.py).
    @Test("it is read as the sheet that the ECB's own file has for that day")
    func sameSheet() throws {
        let exported = try ECBDocument.sheets(in: bytes("Tests/Oracles/history/exports/eurofxref-daily.xml"))
        let shipped = try ECBHistoryFile.sheets(in: bytes("Services/Ingestor/Seed/eurofxref-hist.csv"))
        let sheet = try #require(exported.first)
        #expect(exported.count == 1)
        let same = try #require(shipped.first { $0.day == sheet.day })
        #expect(sheet.pivot == same.pivot)
        #expect(sheet.quotes.map(\.currency) == same.quotes.map(\.currency))
        #expect(sheet.quotes.map(\.price) == same.quotes.map(\.price))
        #expect(sheet.quotes.count == 28)
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        return Array(try Data(contentsOf: root.appending(path: path)))
    }
}
