import SharedDomain

/// The ECB's XML, the same in its three files: an Envelope, in it one Cube, in that a Cube with a `time` for each day,
/// in that a Cube with `currency` and `rate` for each quote. Other elements and attributes are passed over.
struct ECBDocument {
    /// More than the ECB will have published by the year 2070.
    static let mostDays = 20_000
    /// More than there are currencies.
    static let mostQuotes = 300

    private var reader: XMLReader
    private var sheets: [PublishedSheet] = []
    private var days: Set<Day> = []
    private var depth = 0
    /// How deep the Cube of the day lies that is open.
    private var dayDepth: Int?
    private var hasOuterCube = false

    /// The sheets of the document, in its order; none when nothing is published.
    static func sheets(in bytes: [UInt8]) throws(UnreadablePayload) -> [PublishedSheet] {
        var document = ECBDocument(reader: try XMLReader(bytes))
        try document.read()
        return document.sheets
    }

    private init(reader: XMLReader) {
        self.reader = reader
    }

    private mutating func read() throws(UnreadablePayload) {
        while let event = try reader.next() {
            switch event {
            case .start(let element):
                depth += 1
                try begin(element)
            case .end:
                if depth == dayDepth { dayDepth = nil }
                depth -= 1
            }
        }
        guard hasOuterCube else { throw problem("an Envelope without a Cube") }
    }

    private mutating func begin(_ element: XMLElement) throws(UnreadablePayload) {
        if depth == 1, element.localName != "Envelope" {
            throw problem("the document is '\(element.localName)', not an Envelope")
        }
        guard depth > 1, element.localName == "Cube" else { return }
        if let time = element["time"] {
            try beginDay(time)
        } else if element["currency"] != nil || element["rate"] != nil {
            try add(element)
        } else {
            hasOuterCube = true
        }
    }

    private mutating func beginDay(_ time: String) throws(UnreadablePayload) {
        guard hasOuterCube, dayDepth == nil else { throw problem("a day that is not directly in the Cube") }
        guard let day = Day(time), days.insert(day).inserted else {
            throw problem("'\(time)' is not a day, or is there twice")
        }
        guard sheets.count < Self.mostDays else { throw problem("more than \(Self.mostDays) days") }
        dayDepth = depth
        sheets.append(PublishedSheet(day: day, pivot: .eur, quotes: []))
    }

    private mutating func add(_ element: XMLElement) throws(UnreadablePayload) {
        guard let currency = element["currency"], let rate = element["rate"] else {
            throw problem("a quote without its currency or its rate")
        }
        guard dayDepth != nil, let last = sheets.indices.last else { throw problem("a quote without a day") }
        guard sheets[last].quotes.count < Self.mostQuotes else {
            throw problem("more than \(Self.mostQuotes) quotes in a day")
        }
        sheets[last].quotes.append(PublishedQuote(currency: currency, price: rate, direction: .perPivot))
    }

    private func problem(_ reason: String) -> UnreadablePayload {
        UnreadablePayload(line: reader.line, ServiceError.quoted(reason))
    }
}
