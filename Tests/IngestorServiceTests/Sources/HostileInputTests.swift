import SharedDomain
import SharedTesting
import Testing

@testable import IngestorService

@Suite("Hostile input")
struct HostileInputTests {
    @Test("whatever is changed in a document, it is refused or read, and nothing else happens", arguments: 1...4)
    func mutatedDocuments(seed: UInt64) {
        let whole = Array(ECBFixture.document([("2026-10-30", [("USD", "1.1172"), ("JPY", "175.68")])]).utf8)
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let bytes = mutated(whole, &random)
            do throws(UnreadablePayload) {
                let sheets = try ECBDocument.sheets(in: bytes)
                #expect(sheets.reduce(0) { $0 + $1.quotes.count } <= 2)
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }

    @Test("whatever is put into a document, it is refused or read, and nothing else happens", arguments: 1...4)
    func strayMarkup(seed: UInt64) {
        let strays = [
            "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "&#xD800;", "&amp;", "&e;", " xmlns=''", " xmlns:a='u'",
            "a:b", "\"", "'", "<", ">", "/>", "</", "한", "\u{FFFF}", "\u{10FFFF}", " time='2026-10-29'", "<Cube>",
            "</Cube>", "<Cube time='2026-10-28'>", " currency='CHF'", "\r", "\u{85}", "\u{2028}",
        ]
        let whole = Array(ECBFixture.document([("2026-10-30", [("USD", "1.1172"), ("JPY", "175.68")])]).utf8)
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            var bytes = whole
            for stray in (0..<3).compactMap({ _ in strays.randomElement(using: &random) }) {
                bytes.insert(contentsOf: stray.utf8, at: Int.random(in: 0...bytes.count, using: &random))
            }
            do throws(UnreadablePayload) {
                #expect(try ECBDocument.sheets(in: bytes).count <= 5)
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }

    @Test("whatever is changed in a CSV file, it is refused or read, and nothing else happens", arguments: 1...4)
    func mutatedTables(seed: UInt64) {
        let whole = Array("Date,USD,JPY,\n2026-10-30,1.1172,\"175.68\",\n2026-10-29,1.113,N/A,\n".utf8)
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let bytes = mutated(whole, &random)
            do throws(UnreadablePayload) {
                #expect(try ECBHistoryFile.sheets(in: bytes).count <= 3)
            } catch {
                #expect((error.line ?? 1) <= 8)
            }
        }
    }

    @Test(
        "whatever is changed in the operator's file, it is refused or read, and nothing else happens", arguments: 1...4)
    func mutatedBaskets(seed: UInt64) throws {
        let today = try Day.of("2026-10-30")
        let lines = ["2026-10-01,KR,latte,5000,KRW,me", "\"2026-10-01\",EUZ,latte,4,EUR,me", ""]
        let whole = Array(([BasketFile.header.joined(separator: ",")] + lines).joined(separator: "\n").utf8)
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let bytes = mutated(whole, &random)
            do throws(UnreadablePayload) {
                #expect(try BasketFile.publications(in: bytes, today: today).count <= 7)
            } catch {
                #expect((error.line ?? 1) <= 8)
            }
        }
    }

    @Test(
        "whatever is changed in an answer of the Korean bank, it is refused or read, and nothing else", arguments: 1...4
    )
    func mutatedAnswers(seed: UInt64) {
        let whole = Array(KEXIMFixture.friday.utf8)
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let bytes = mutated(whole, &random)
            do throws(UnreadablePayload) {
                if case .published(let quotes) = try KEXIMAnswer(bytes) { #expect(quotes.count <= 4) }
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }

    @Test("elements without end in each other are refused")
    func deepNesting() {
        let deep = ECBFixture.envelope + String(repeating: "<Cube>", count: 100_000)
        #expect(throws: UnreadablePayload.self) { try ECBDocument.sheets(in: Array(deep.utf8)) }
    }

    @Test("more days or quotes than there can be are refused")
    func tooMany() {
        let quotes = Array(repeating: ("USD", "1.1"), count: 301)
        #expect(throws: UnreadablePayload.self) {
            try ECBDocument.sheets(in: Array(ECBFixture.document([("2026-10-30", quotes)]).utf8))
        }
    }

    /// A few bytes changed, left out or put in twice.
    private func mutated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0...2, using: &random) {
            case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
            case 1: bytes.remove(at: place)
            default: bytes.insert(bytes[place], at: place)
            }
        }
        return bytes
    }
}
