/// Where a basket price holds: a country, or the euro area as a whole.
package enum PriceArea: Sendable, Hashable {
    case country(CountryCode)
    case euroArea

    /// Reads a country's alpha-2 code, or `EUZ` for the euro area.
    package init?(_ text: some StringProtocol) {
        if text == Self.euroAreaText {
            self = .euroArea
        } else if let code = CountryCode(text) {
            self = .country(code)
        } else {
            return nil
        }
    }

    /// Whether a price of this area can answer for that country.
    package func covers(_ country: Country) -> Bool {
        switch self {
        case .country(let code): code == country.alpha2
        case .euroArea: country.isEuroArea
        }
    }

    /// The code The Economist gives to the euro area.
    private static let euroAreaText = "EUZ"
}

extension PriceArea: Comparable, CustomStringConvertible {
    /// The country's alpha-2 code, or `EUZ`.
    package var description: String {
        switch self {
        case .country(let code): "\(code)"
        case .euroArea: Self.euroAreaText
        }
    }

    /// Alphabetical order of the codes.
    package static func < (one: PriceArea, other: PriceArea) -> Bool { one.description < other.description }
}
