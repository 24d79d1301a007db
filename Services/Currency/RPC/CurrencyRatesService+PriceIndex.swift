import GRPCCore
import SharedContracts
import SharedDomain

extension CurrencyRatesService {
    /// What baskets cost in one country beside another, by the same rules as over HTTP. Items that no price of the
    /// country answers for are left out; one that cannot be compared has no index.
    /// - Throws: `ServiceError`.
    func priceIndex(
        request: CurrencyV1PriceIndexRequest, context: ServerContext
    ) async throws -> CurrencyV1PriceIndexReply {
        let question = PriceIndexQuestion(
            country: try .known(request.country, parameter: "country"),
            base: try .known(request.baseCountry, parameter: "base_country"),
            significantDigits: Self.significantDigits)
        return CurrencyV1PriceIndexReply(try await indexes.index(question))
    }
}

extension Country {
    /// - Throws: `MISSING_PARAMETER` for an empty text; `INVALID_COUNTRY_CODE`.
    fileprivate static func known(_ text: String, parameter: String) throws(ServiceError) -> Country {
        guard !text.isEmpty else {
            throw .missingParameter(parameter, expected: "an ISO 3166-1 code of two letters such as JP")
        }
        guard let code = CountryCode(text), let country = named(code) else {
            throw .invalidCountryCode(text, parameter: parameter)
        }
        return country
    }
}

extension CurrencyV1PriceIndexReply {
    fileprivate init(_ answer: PriceIndexAnswer) {
        self.init()
        items = answer.items.compactMap(CurrencyV1ItemIndex.init)
        if let mean = answer.composite { composite = CommonV1Decimal(mean) }
        rates = answer.rates.map { used in
            var rate = CurrencyV1UsedRate()
            rate.base = used.entry.rate.cross.quote.description
            rate.rate = CurrencyV1Rate(used.entry)
            return rate
        }
    }
}

extension CurrencyV1ItemIndex {
    /// Nil where no price answers.
    fileprivate init?(_ item: PriceIndexAnswer.Item) {
        guard let found = item.comparison.price.current else { return nil }
        self.init()
        self.item = item.name
        if let value = item.index { index = CommonV1Decimal(value) }
        localPrice = CommonV1Decimal(found.price.localPrice)
        currency = found.price.currency.description
        if let dollars = item.dollars { dollarPrice = CommonV1Decimal(dollars) }
        area = found.price.area.description
        edition = found.day.number
    }
}
