import Testing

@testable import IngestorService

/// Expected values follow from XML 1.0 (fifth edition).
@Suite("The XML reader")
struct XMLReaderTests {
    @Test("elements are reported with their attributes, beginning and end")
    func elements() throws {
        let events = try events("<a x='1' y=\"2\"><b/>text<c z = '3' ></c ></a>")
        #expect(events == ["<a x=1 y=2>", "<b>", "/", "<c z=3>", "/", "/"])
    }

    @Test("prologue, comments, instructions and CDATA are passed over")
    func others() throws {
        let prologue = "\u{FEFF}<?xml version='1.0'?>\n<!-- <x> -->\n"
        let text = "\(prologue)<a><!-- </a> --><?p <q> ?><![CDATA[ <z> ]]></a>\n<!-- -->\n"
        #expect(try events(text) == ["<a>", "/"])
    }

    @Test("a prefix is part of the name, and can be left out of it")
    func prefix() {
        #expect(XMLElement(qualifiedName: "gesmes:Envelope").localName == "Envelope")
        #expect(XMLElement(qualifiedName: "Cube").localName == "Cube")
    }

    @Test("the five references and those by number are resolved")
    func references() throws {
        let text = "<a x='&lt;&gt;&amp;&quot;&apos;&#65;&#x4A;&#xD55C;' y='&amp;amp;'/>"
        #expect(try events(text) == ["<a x=<>&\"'AJ한 y=&amp;>", "/"])
    }

    @Test(
        "what is not well-formed is refused with its line",
        arguments: [
            ("", 1), ("\n\n", 3), ("<a>", 1), ("<a>\n</b>", 2), ("<a></a><b/>", 1), ("<a/>x", 1), ("x<a/>", 1),
            ("<a x=1/>", 1), ("<a x/>", 1), ("<a\nx='1/>", 2), ("<a x='1' x='2'/>", 1), ("<a x='1'y='2'/>", 1),
            ("<a x='<'/>", 1), ("<a x='&e;'/>", 1), ("<a x='&'/>", 1), ("<a x='&#0;'/>", 1), ("<a x='&#xD800;'/>", 1),
            ("<a>\n\n<!-- </a>", 3), ("<a><![CDATA[ </a>", 1), ("<a><?p </a>", 1), ("<1/>", 1), ("< a/>", 1),
            ("</a>", 1), ("<a></a", 1), ("<a", 1), ("<!DOCTYPE a><a/>", 1), ("<![CDATA[x]]><a/>", 1),
        ])
    func malformed(text: String, line: Int) {
        #expect { try events(text) } throws: { ($0 as? UnreadablePayload)?.line == line }
    }

    @Test(
        "bytes that are not UTF-8, and nulls, are refused",
        arguments: [[0x3C, 0x61, 0xD4, 0x2F, 0x3E], [0x3C, 0, 0x61, 0]])
    func notText(bytes: [UInt8]) {
        #expect(throws: UnreadablePayload.self) { try XMLReader(bytes) }
    }

    @Test("depth, attributes and texts have their bounds, and what lies on them is taken")
    func bounds() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        func wide(_ count: Int) -> String { "<a \((0..<count).map { "x\($0)=''" }.joined(separator: " "))/>" }
        func long(_ length: Int) -> String { "<a x='\(String(repeating: "y", count: length))'/>" }
        for text in [nested(32), wide(32), long(4096)] { _ = try events(text) }
        for text in [nested(33), wide(33), long(4097)] {
            #expect(throws: UnreadablePayload.self) { try events(text) }
        }
    }

    private func events(_ text: String) throws -> [String] {
        var reader = try XMLReader(Array(text.utf8))
        var events: [String] = []
        while let event = try reader.next() {
            switch event {
            case .start(let element):
                let attributes = element.attributes.map { " \($0.name)=\($0.value)" }.joined()
                events.append("<\(element.qualifiedName)\(attributes)>")
            case .end: events.append("/")
            }
        }
        return events
    }
}
