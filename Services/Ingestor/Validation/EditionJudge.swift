import SharedDomain

/// Decides which prices of a published edition are taken.
struct EditionJudge: Sendable {
    let figures: FigureRules

    /// What came of an edition.
    struct Verdict: Sendable {
        /// By area.
        var prices: [Price] = []
        var refusals: [Refusal] = []
    }

    func verdict(on edition: PublishedEdition) -> Verdict {
        var verdict = Verdict()
        var taken: [PriceArea: Price] = [:]
        for published in edition.prices {
            do throws(FigureRules.Breach) {
                let price = try price(published, of: edition)
                if let other = taken[price.area] {
                    guard other != price else { continue }
                    throw FigureRules.Breach(
                        rule: .quotedTwice, reason: "\(published.area) is priced at \(other.localPrice) too")
                }
                taken[price.area] = price
            } catch {
                verdict.refusals.append(
                    Refusal(
                        error.rule, day: edition.day, subject: published.place ?? published.area,
                        value: published.localPrice, reason: error.reason))
            }
        }
        verdict.prices = taken.values.sorted { $0.area < $1.area }
        return verdict
    }

    private func price(_ published: PublishedPrice, of edition: PublishedEdition) throws(FigureRules.Breach) -> Price {
        try figures.requireBelievable(edition.day)
        guard let area = Self.area(published.area) else {
            throw FigureRules.Breach(
                rule: .unknownArea, reason: "'\(ServiceError.quoted(published.area))' is not a country of ISO 3166")
        }
        let currency = try figures.currency(published.currency, on: edition.day)
        let amount = try figures.price(published.localPrice)
        do {
            return try Price(area: area, currency: currency, localPrice: amount)
        } catch {
            throw FigureRules.Breach(rule: .notANumber, reason: error.message)
        }
    }

    /// A country by its alpha-3 or alpha-2 code in capitals, or the euro area by the Economist's.
    private static func area(_ text: String) -> PriceArea? {
        if text == PriceArea.euroArea.description { return .euroArea }
        if let country = Country.named(alpha3: text) { return .country(country.alpha2) }
        guard let code = CountryCode(text), code.description == text else { return nil }
        return Country.named(code).map { .country($0.alpha2) }
    }
}
