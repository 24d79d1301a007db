import GRPCCore
import SharedContracts
import SharedDomain

/// What currencies cost now, for the other services.
struct CurrencyRatesService: CurrencyV1CurrencyRates.SimpleServiceProtocol {
    /// The digits of the prices: enough for whatever the caller computes from them and rounds once more.
    static let significantDigits = 20

    let rates: LatestRates
    let details: CurrencyDetails
    let conversions: Conversions
    let indexes: PriceIndexes
    let stream: RateStream

    /// The latest prices, by the same rules as over HTTP.
    /// - Throws: `ServiceError`.
    func latest(
        request: CurrencyV1LatestRequest, context: ServerContext
    ) async throws -> CurrencyV1LatestReply {
        CurrencyV1LatestReply(try await rates.answer(LatestQuestion(request)))
    }
}

extension LatestQuestion {
    /// - Throws: `ServiceError` naming what is missing or not known.
    init(_ request: CurrencyV1LatestRequest) throws(ServiceError) {
        guard !request.base.isEmpty else {
            throw .missingParameter("base", expected: "an ISO 4217 code of three letters such as KRW")
        }
        guard request.symbols.count <= Self.mostSymbols else {
            throw .invalidParameter(
                "symbols", provided: "\(request.symbols.count) values", expected: "at most \(Self.mostSymbols)")
        }
        var symbols: [CurrencyCode] = []
        for text in request.symbols { symbols.append(try .known(text, parameter: "symbols")) }
        self.init(
            base: try .known(request.base, parameter: "base"), symbols: symbols.isEmpty ? nil : symbols,
            significantDigits: CurrencyRatesService.significantDigits)
    }
}

extension CurrencyV1LatestReply {
    init(_ answer: LatestAnswer) {
        self.init()
        base = answer.base.description
        rates = answer.entries.map(CurrencyV1Rate.init)
        unavailable = answer.unavailable.map(\.description)
    }
}

extension CurrencyV1Rate {
    init(_ entry: LatestAnswer.Entry) {
        self.init()
        currency = entry.rate.currency.description
        rate = CommonV1Decimal(entry.rate.value)
        source = entry.rate.cross.source.description
        observedOn = entry.rate.cross.day.number
        publishedAt = entry.rate.cross.publishedAt.milliseconds
        stale = entry.isStale
        legs = entry.rate.cross.legs.map(CommonV1Quote.init)
        pivot = entry.rate.pivot.description
        ageSeconds = entry.ageSeconds
        if let found = entry.fallback { fallback = CurrencyV1Fallback(found) }
        if let found = entry.disagreement { disagreement = CurrencyV1Disagreement(found) }
    }
}

extension CurrencyV1Fallback {
    fileprivate init(_ fallback: RateFallback) {
        self.init()
        preferredSource = fallback.preferred.description
        reason =
            switch fallback.reason {
            case .stale: .stale
            case .missing: .missing
            }
    }
}

extension CurrencyV1Disagreement {
    fileprivate init(_ disagreement: LatestAnswer.Disagreement) {
        self.init()
        spreadPercent = CommonV1Decimal(disagreement.spreadPercent)
        rates = disagreement.rates.map { source, value in
            var rate = CurrencyV1SourceRate()
            rate.source = source.description
            rate.rate = CommonV1Decimal(value)
            return rate
        }
    }
}
