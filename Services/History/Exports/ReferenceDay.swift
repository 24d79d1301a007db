import NIOCore
import SharedDomain

/// The sheet of one day as the European Central Bank's own eurofxref-daily.xml: the envelope of a Gesmes message (its
/// namespace), the sender, and a `Cube` in a `Cube` in a `Cube` for each quote, between the quotation marks that the bank
/// uses.
struct ReferenceDay {
    private static let namespaces: [XMLWriter.Attribute] = [
        ("xmlns:gesmes", "http://www.gesmes.org/xml/2002-08-01"),
        ("xmlns", "http://www.ecb.int/vocabulary/2002-08-01/eurofxref"),
    ]

    private let day: Day
    private let quotes: [(currency: CurrencyCode, price: ExactDecimal)]

    /// The sheet of that day, the newest one of nil.
    /// - Throws: `NOT_FOUND` for a day without quotes.
    init(_ sheets: ReferenceSheets, on asked: Day?) throws(ServiceError) {
        day = asked ?? sheets.span.upperBound
        quotes = sheets.quotes(on: day)
        guard quotes.isEmpty else { return }
        throw .notFound(
            "The European Central Bank has no reference rates of \(day).",
            details: [
                "parameter": "date", "provided": "\(day)",
                "expected": "a day on which the bank published rates, from \(sheets.span.lowerBound) to "
                    + "\(sheets.span.upperBound)",
            ])
    }

    /// The document.
    var document: ByteBuffer {
        var writer = XMLWriter()
        writer.element("gesmes:Envelope", Self.namespaces) { envelope in
            envelope.element("gesmes:subject", text: "Reference rates")
            envelope.element("gesmes:Sender") { $0.element("gesmes:name", text: "European Central Bank") }
            envelope.element("Cube") { cube in
                cube.element("Cube", [("time", "\(day)")], in: .single) { cube in
                    for quote in quotes {
                        cube.emptyElement(
                            "Cube", [("currency", "\(quote.currency)"), ("rate", "\(quote.price)")], in: .single)
                    }
                }
            }
        }
        return writer.bytes
    }
}
