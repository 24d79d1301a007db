import Testing

@testable import IngestorService

/// Expected values follow from RFC 4180.
@Suite("The CSV reader")
struct CSVReaderTests {
    @Test("fields are separated by commas and records by LF or CRLF, the last line break being optional")
    func plainRecords() throws {
        #expect(try rows("a,b\n1,2\r\n3,4") == [["a", "b"], ["1", "2"], ["3", "4"]])
        #expect(try rows("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
    }

    @Test("an empty field stays, also after the last comma of a record")
    func emptyFields() throws {
        #expect(try rows("Date,USD,\n,,\n") == [["Date", "USD", ""], ["", "", ""]])
        #expect(try rows("\n") == [[""]])
        #expect(try rows("a,") == [["a", ""]])
    }

    @Test("nothing at all has no records")
    func nothing() throws {
        #expect(try rows("").isEmpty)
    }

    @Test("a quoted field keeps commas, line breaks and doubled quotes")
    func quotedFields() throws {
        #expect(
            try rows("\"a,b\",\"c\nd\",\"say \"\"hello\"\"\"\nx,\"\",y\n") == [
                ["a,b", "c\nd", "say \"hello\""], ["x", "", "y"],
            ])
        #expect(try rows("\"a\"\r\n\"b\"") == [["a"], ["b"]])
    }

    @Test("a record says the line it begins on, also after line breaks within fields")
    func lines() throws {
        var reader = CSVReader(Array("a\n\"b\nc\"\nd\n".utf8))
        var lines: [Int] = []
        while let record = try reader.next() { lines.append(record.line) }
        #expect(lines == [1, 2, 4])
    }

    @Test("a byte order mark is not part of the first field")
    func byteOrderMark() throws {
        #expect(try rows([0xEF, 0xBB, 0xBF] + Array("date\n".utf8)) == [["date"]])
    }

    @Test(
        "what RFC 4180 does not allow is refused with its line",
        arguments: [
            ("a\nb\"c\n", 2), ("a\n\n\"b\n\n", 3), ("\"a\"b\n", 1), ("a\rb\n", 1), ("\"a\"\rb", 1), ("x\ny\r", 2),
        ])
    func malformed(text: String, line: Int) {
        #expect { try rows(text) } throws: { ($0 as? UnreadablePayload)?.line == line }
    }

    @Test("text that is not UTF-8 is refused")
    func invalidText() {
        #expect(throws: UnreadablePayload(line: 2, "text that is not UTF-8")) { try rows([0x61, 0x0A, 0xC3, 0x28]) }
    }

    @Test("a field, a record and a file have their bounds, and what lies on them is taken")
    func bounds() throws {
        let limits = CSVReader.Limits(fieldBytes: 3, fields: 2, records: 2)
        #expect(try rows("abc,\"def\"\nx\n", limits) == [["abc", "def"], ["x"]])
        #expect(throws: UnreadablePayload.self) { try rows("abcd\n", limits) }
        #expect(throws: UnreadablePayload.self) { try rows("\"abcd\"\n", limits) }
        #expect(throws: UnreadablePayload.self) { try rows("a,b,c\n", limits) }
        #expect(throws: UnreadablePayload.self) { try rows("a\nb\nc\n", limits) }
    }

    private func rows(_ text: String, _ limits: CSVReader.Limits = .init()) throws -> [[String]] {
        try rows(Array(text.utf8), limits)
    }

    private func rows(_ bytes: [UInt8], _ limits: CSVReader.Limits = .init()) throws -> [[String]] {
        var reader = CSVReader(bytes, limits: limits)
        var rows: [[String]] = []
        while let record = try reader.next() { rows.append(record.fields) }
        return rows
    }
}
