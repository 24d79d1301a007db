import SharedDomain
import SharedTesting

/// Documents in the shape of the ECB's, with whatever days and rates a test wants.
enum ECBFixture {
    static let envelope = """
        <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" \
        xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
        """
    static let heading = """
        <?xml version="1.0" encoding="UTF-8"?>
        \(envelope)
        <gesmes:subject>Reference rates</gesmes:subject>
        <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
        """

    /// The whole document, newest day first as the ECB has it.
    static func document(_ days: [(day: String, rates: [(String, String)])], quote: String = "\"") -> String {
        let cubes = days.map { day, rates in
            let quotes = rates.map { "<Cube currency=\(quote)\($0)\(quote) rate=\(quote)\($1)\(quote)/>" }
            return "<Cube time=\(quote)\(day)\(quote)>\n\(quotes.joined(separator: "\n"))\n</Cube>"
        }
        return "\(heading)\n<Cube>\n\(cubes.joined(separator: "\n"))\n</Cube>\n</gesmes:Envelope>\n"
    }

    /// One day with one currency, in the form of the daily file.
    static func daily(_ day: String, _ rates: (String, String)...) -> String {
        document([(day, rates)], quote: "'")
    }
}

extension ScriptedAnswer {
    static func xml(_ text: String) -> ScriptedAnswer { .text(text, contentType: "text/xml") }
}
