package import SharedDomain

extension ExactDecimal: JSONRepresentable {
    /// Exactly the digits held, as a number or a string after the writer's style.
    package func write(into writer: inout JSONWriter) {
        writer.decimal(self)
    }
}

extension Instant: JSONRepresentable {
    /// RFC 3339 in UTC.
    package func write(into writer: inout JSONWriter) {
        writer.string(description)
    }
}

extension Day: JSONRepresentable {
    /// `YYYY-MM-DD`.
    package func write(into writer: inout JSONWriter) {
        writer.string(description)
    }
}

extension CurrencyCode: JSONRepresentable {
    /// The three letters.
    package func write(into writer: inout JSONWriter) {
        writer.string(description)
    }
}

extension CountryCode: JSONRepresentable {
    /// The two letters.
    package func write(into writer: inout JSONWriter) {
        writer.string(description)
    }
}

extension SourceID: JSONRepresentable {
    /// The source's name.
    package func write(into writer: inout JSONWriter) {
        writer.string(description)
    }
}

extension Period: JSONRepresentable {}
extension RoundingMode: JSONRepresentable {}
