import Foundation
import FoundationXML
import SharedDomain

/// The ECB's XML, the same in its three files: an Envelope, in it one Cube, in that a Cube with a `time` for each day,
/// in that a Cube with `currency` and `rate` for each quote. Other elements and attributes are passed over.
enum ECBDocument {
    /// The sheets of the document, in its order; none when nothing is published.
    static func sheets(in bytes: [UInt8]) throws(UnreadablePayload) -> [PublishedSheet] {
        let document = Data(bytes)
        try refuseDocumentType(document)
        let reader = Reader()
        let parser = XMLParser(data: document)
        parser.shouldResolveExternalEntities = false
        parser.delegate = reader
        let isWellFormed = parser.parse()
        if let problem = reader.problem { throw problem }
        // The parser takes some documents that break off for whole ones.
        guard isWellFormed, parser.parserError == nil, reader.isClosed else {
            throw UnreadablePayload(line: parser.lineNumber, "not well-formed XML, or not all of it")
        }
        guard reader.hasOuterCube else { throw UnreadablePayload(line: nil, "an Envelope without a Cube") }
        return reader.sheets
    }

    /// A document type is where entities are declared; the ECB's files have none.
    private static func refuseDocumentType(_ document: Data) throws(UnreadablePayload) {
        guard let mark = document.range(of: Data("<!DOCTYPE".utf8)) else { return }
        let line = document[..<mark.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
        throw UnreadablePayload(line: line, "a document type, which the ECB's files do not have")
    }

    private final class Reader: NSObject, XMLParserDelegate {
        /// More than the ECB will have published by the year 2070.
        static let mostDays = 20_000
        /// More than there are currencies.
        static let mostQuotes = 300

        private(set) var sheets: [PublishedSheet] = []
        private(set) var problem: UnreadablePayload?
        private(set) var hasOuterCube = false
        /// Whether the Envelope has come to its end.
        private(set) var isClosed = false
        private var days: Set<Day> = []
        private var depth = 0
        /// The depth of the day's Cube that is open.
        private var dayDepth: Int?

        func parser(
            _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            depth += 1
            let name = elementName.split(separator: ":").last.map(String.init) ?? elementName
            if depth == 1 {
                if name != "Envelope" { fail(parser, "the document is '\(name)', not an Envelope") }
                return
            }
            guard name == "Cube" else { return }
            if let time = attributes["time"] {
                begin(time, parser)
            } else if attributes["currency"] != nil || attributes["rate"] != nil {
                add(attributes, parser)
            } else {
                hasOuterCube = true
            }
        }

        func parser(
            _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
        ) {
            if depth == dayDepth { dayDepth = nil }
            depth -= 1
            isClosed = depth == 0
        }

        private func begin(_ time: String, _ parser: XMLParser) {
            guard hasOuterCube, dayDepth == nil else { return fail(parser, "a day that is not directly in the Cube") }
            guard let day = Day(time), days.insert(day).inserted else {
                return fail(parser, "'\(ServiceError.quoted(time))' is not a day, or is there twice")
            }
            guard sheets.count < Self.mostDays else { return fail(parser, "more than \(Self.mostDays) days") }
            dayDepth = depth
            sheets.append(PublishedSheet(day: day, pivot: .eur, quotes: []))
        }

        private func add(_ attributes: [String: String], _ parser: XMLParser) {
            guard let currency = attributes["currency"], let rate = attributes["rate"] else {
                return fail(parser, "a quote without its currency or its rate")
            }
            guard dayDepth != nil, let last = sheets.indices.last else { return fail(parser, "a quote without a day") }
            guard sheets[last].quotes.count < Self.mostQuotes else {
                return fail(parser, "more than \(Self.mostQuotes) quotes in a day")
            }
            sheets[last].quotes.append(PublishedQuote(currency: currency, price: rate, direction: .perPivot))
        }

        private func fail(_ parser: XMLParser, _ reason: String) {
            guard problem == nil else { return }
            problem = UnreadablePayload(line: parser.lineNumber, ServiceError.quoted(reason))
            parser.abortParsing()
        }
    }
}
