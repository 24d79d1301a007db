import SharedDomain
import SharedHTTP

/// A country by its code and its name in the language of the answer.
struct Place: Sendable, JSONRepresentable {
    let code: CountryCode
    let name: String

    /// The countries where the currency is used today, by code.
    static func using(_ currency: CurrencyCode, in language: Language) -> [Place] {
        Country.using(currency).map { Place(code: $0.alpha2, name: $0.name(in: language)) }
    }

    func write(into writer: inout JSONWriter) {
        writer.object { place in
            place.member("code", code)
            place.member("name", name)
        }
    }

    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "Place",
        [
            "code": .countryCode("ISO 3166-1 alpha-2."),
            "name": .string("In the language asked for."),
        ])
}

/// A name in both languages: `{"ko":"일본","en":"Japan"}`.
struct BothNames: Sendable, JSONRepresentable {
    let korean: String
    let english: String

    func write(into writer: inout JSONWriter) {
        writer.object { names in
            names.member("ko", korean)
            names.member("en", english)
        }
    }

    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "BothNames", ["ko": .string("The Korean name."), "en": .string("The English name.")])
}
