import SharedDomain

/// The codes that are known, in capitals, for the description of parameters.
enum KnownCodes {
    static let currencies = Currency.all.map(\.code.description).sorted()
    static let countries = Country.all.map(\.alpha2.description).sorted()
}
