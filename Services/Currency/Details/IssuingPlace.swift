import SharedDomain

/// The country or area that a currency is of: where it is from, rather than everywhere it is used.
struct IssuingPlace: Sendable, Hashable {
    let code: CountryCode
    let nameKorean: String
    let nameEnglish: String

    /// The name in that language.
    func name(in language: Language) -> String {
        switch language {
        case .ko: nameKorean
        case .en: nameEnglish
        }
    }
}

extension Currency {
    /// The country that the currency is of: the one that the first two letters of its code name (ISO 4217 makes codes
    /// from those of ISO 3166-1), if the currency is used there today; else the only country that uses it. The euro is
    /// of the euro area. Nil for one of several countries, such as the CFA franc, and for one that is used nowhere any
    /// more.
    var issuingPlace: IssuingPlace? {
        if code == .eur { return .euroArea }
        let users = Country.using(code)
        let named = users.first { $0.alpha2.description == code.description.prefix(2) }
        return (named ?? (users.count == 1 ? users.first : nil)).map(IssuingPlace.init)
    }
}

extension IssuingPlace {
    /// `EU` is reserved in ISO 3166-1 for the European Union, and the euro's code is made of it; the name is CLDR 47's
    /// of the euro area.
    fileprivate static let euroArea = CountryCode("EU").map {
        IssuingPlace(code: $0, nameKorean: "유로존", nameEnglish: "Eurozone")
    }

    fileprivate init(_ country: Country) {
        self.init(code: country.alpha2, nameKorean: country.nameKorean, nameEnglish: country.nameEnglish)
    }
}

extension Country {
    /// Whether the country is one of those that its money is of: it is named in the currency's code, or a member of
    /// the euro area.
    var isIssuerOfItsMoney: Bool {
        isEuroArea || Currency.named(currency)?.issuingPlace?.code == alpha2
    }
}
