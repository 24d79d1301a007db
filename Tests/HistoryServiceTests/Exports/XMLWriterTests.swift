import NIOCore
import Testing

@testable import HistoryService

@Suite("The XML that is written")
struct XMLWriterTests {
    private let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    @Test("elements are indented by their depth, and attributes stand between the marks asked for")
    func layout() {
        var writer = XMLWriter()
        writer.element("a", [("b", "1"), ("c:d", "2")]) { a in
            a.element("e", text: "f")
            a.element("g") { $0.emptyElement("h", [("i", "3")], in: .single) }
        }
        #expect(
            String(buffer: writer.bytes) == declaration
                + "<a b=\"1\" c:d=\"2\">\n\t<e>f</e>\n\t<g>\n\t\t<h i='3'/>\n\t</g>\n</a>\n")
    }

    // XML 1.0, sections 2.2, 2.4 and 3.3.3.
    @Test(
        "markup in a text or a value is written as references, and what no document can hold is replaced",
        arguments: [
            ("a&b", "a&amp;b"), ("</a><!--", "&lt;/a&gt;&lt;!--"), ("]]>", "]]&gt;"), ("\"'", "&quot;&apos;"),
            ("&amp;", "&amp;amp;"), ("a\tb\r\n", "a&#9;b&#13;&#10;"),
            ("\u{0}\u{1B}\u{FFFE}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("원 €🪙", "원 €🪙"), ("", ""),
        ])
    func escaping(text: String, expected: String) {
        var writer = XMLWriter()
        writer.element("a", text: text)
        writer.emptyElement("b", [("c", text)])
        writer.emptyElement("b", [("c", text)], in: .single)
        #expect(
            String(buffer: writer.bytes) == declaration
                + "<a>\(expected)</a>\n<b c=\"\(expected)\"/>\n<b c='\(expected)'/>\n")
    }
}
