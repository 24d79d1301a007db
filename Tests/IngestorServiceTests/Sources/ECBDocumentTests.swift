import Foundation
import SharedDomain
import Testing

@testable import IngestorService

@Suite("The ECB's XML")
struct ECBDocumentTests {
    @Test("days and quotes are read as they stand, between single and double quotes", arguments: ["'", "\""])
    func document(quote: String) throws {
        let sheets = try read(
            ECBFixture.document(
                [("2026-10-30", [("USD", "1.1172"), ("ISK", "136.00")]), ("2026-10-29", [("USD", "1.113")])],
                quote: quote))
        #expect(sheets.map { "\($0.day)" } == ["2026-10-30", "2026-10-29"])
        #expect(sheets.map(\.pivot) == [.eur, .eur])
        #expect(sheets[0].quotes.map(\.currency) == ["USD", "ISK"])
        #expect(sheets[0].quotes.map(\.price) == ["1.1172", "136.00"])
        #expect(sheets[0].quotes.allSatisfy { $0.unit == 1 && $0.direction == .perPivot })
    }

    @Test("a document without a day is no publication, not a failure")
    func nothingPublished() throws {
        #expect(try read(ECBFixture.document([])).isEmpty)
    }

    @Test("unknown elements and attributes are passed over, wherever they are")
    func unknownElements() throws {
        let text = """
            \(ECBFixture.envelope)<note><deep/></note><Cube><other a="b"/>
            <Cube time="2026-10-30" status="final"><Cube currency="USD" rate="1.1172" multiplier="1"><x/></Cube></Cube>
            </Cube></gesmes:Envelope>
            """
        #expect(try read(text).map { $0.quotes.map(\.price) } == [["1.1172"]])
    }

    @Test("a price is kept as it stands even when it is none: judging it is not the adapter's business")
    func strangePrices() throws {
        #expect(try read(ECBFixture.daily("2026-10-30", ("USD", "N/A"))).first?.quotes.first?.price == "N/A")
    }

    @Test("a truncated document is a failure that names the line")
    func truncated() throws {
        let whole = ECBFixture.document([("2026-10-30", [("USD", "1.1172"), ("JPY", "175.68")])])
        let cut = try #require(whole.range(of: "currency=\"JPY\""))
        // The heading has 4 lines, then <Cube>, the day, and USD: JPY is on line 8.
        #expect { try read(String(whole[..<cut.upperBound])) } throws: { ($0 as? UnreadablePayload)?.line == 8 }
    }

    @Test("wherever a document is cut off, nothing of it is taken")
    func everyTruncation() {
        let whole = Array(ECBFixture.document([("2026-10-30", [("USD", "1.1172"), ("JPY", "175.68")])]).utf8)
        // The last byte is a line break after the end of the Envelope.
        for length in 0..<(whole.count - 1) {
            #expect(throws: UnreadablePayload.self, "cut after \(length)") {
                try ECBDocument.sheets(in: Array(whole[..<length]))
            }
        }
        #expect(throws: Never.self) { try ECBDocument.sheets(in: whole.dropLast()) }
    }

    @Test(
        "whatever is not the ECB's document is a failure",
        arguments: [
            "", "not xml", "{\"result\":[]}", "<!DOCTYPE html><html><body>Service unavailable</body></html>",
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>",
            "\(ECBFixture.envelope)</gesmes:Envelope>",
            "\(ECBFixture.envelope)<Cube><Cube currency='USD' rate='1'/></Cube></gesmes:Envelope>",
            "\(ECBFixture.envelope)<Cube><Cube time='2026-10-30'><Cube currency='USD'/></Cube></Cube></gesmes:Envelope>",
            "\(ECBFixture.envelope)<Cube><Cube time='2026-10-30'><Cube rate='1'/></Cube></Cube></gesmes:Envelope>",
            "\(ECBFixture.envelope)<Cube><Cube time='30.10.2026'/></Cube></gesmes:Envelope>",
            "\(ECBFixture.envelope)<Cube><Cube time='2026-02-30'/></Cube></gesmes:Envelope>",
            "\(ECBFixture.envelope)<Cube><Cube time='2026-10-30'/><Cube time='2026-10-30'/></Cube></gesmes:Envelope>",
            "\(ECBFixture.envelope)<Cube time='2026-10-30'/></gesmes:Envelope>",
        ])
    func refused(text: String) {
        #expect(throws: UnreadablePayload.self) { try read(text) }
    }

    @Test("no entity is expanded and nothing outside is looked at: a document type is refused")
    func entities() {
        let bomb = """
            <?xml version="1.0"?>
            <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY e SYSTEM "file:///etc/hostname">]>
            \(ECBFixture.envelope)<Cube><Cube time="&e;">&b;</Cube></Cube></gesmes:Envelope>
            """
        #expect { try read(bomb) } throws: { ($0 as? UnreadablePayload)?.line == 2 }
    }

    @Test("a failure repeats little of what was sent, and nothing that would upset a log")
    func quotation() {
        let long = String(repeating: "x", count: 10_000)
        let text = "\(ECBFixture.envelope)<Cube><Cube time='\(long)'/></Cube></gesmes:Envelope>"
        #expect { try read(text) } throws: { "\($0)".count < 200 }
    }

    private func read(_ text: String) throws -> [PublishedSheet] { try ECBDocument.sheets(in: Array(text.utf8)) }
}
