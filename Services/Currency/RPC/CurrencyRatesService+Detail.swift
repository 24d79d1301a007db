import GRPCCore
import SharedContracts
import SharedDomain

extension CurrencyRatesService {
    /// How banks quote currencies, by the same rules as over HTTP.
    /// - Throws: `ServiceError`.
    func detail(
        request: CurrencyV1DetailRequest, context: ServerContext
    ) async throws -> CurrencyV1DetailReply {
        CurrencyV1DetailReply(try await details.answer(DetailQuestion(request)))
    }
}

extension DetailQuestion {
    fileprivate init(_ request: CurrencyV1DetailRequest) throws(ServiceError) {
        guard !request.base.isEmpty else {
            throw .missingParameter("base", expected: "an ISO 4217 code of three letters such as KRW")
        }
        guard (1...CurrencyDetails.mostCurrencies).contains(request.currencies.count) else {
            throw .invalidParameter(
                "currencies", provided: "\(request.currencies.count) values",
                expected: "1 to \(CurrencyDetails.mostCurrencies) values")
        }
        var currencies: [CurrencyCode] = []
        for text in request.currencies {
            let code = try CurrencyCode.known(text, parameter: "currencies")
            if !currencies.contains(code) { currencies.append(code) }
        }
        self.init(
            base: try .known(request.base, parameter: "base"), currencies: currencies,
            significantDigits: CurrencyRatesService.significantDigits)
    }
}

extension CurrencyV1DetailReply {
    fileprivate init(_ answer: DetailAnswer) {
        self.init()
        details = answer.details.map(CurrencyV1CurrencyDetail.init)
        unavailable = answer.unavailable.map(\.description)
    }
}

extension CurrencyV1CurrencyDetail {
    fileprivate init(_ detail: CurrencyDetail) {
        self.init()
        rate = CurrencyV1Rate(detail.entry)
        ttb = CommonV1Decimal(detail.transfer.buying)
        tts = CommonV1Decimal(detail.transfer.selling)
        spreadEstimated = detail.transfer.origin == .estimated
        if case .published(let source, let day) = detail.transfer.origin {
            transferSource = source.description
            transferDay = day.number
        }
        if let change = detail.change { self.change = CurrencyV1RateChange(change) }
    }
}

extension CurrencyV1RateChange {
    fileprivate init(_ change: RateChange) {
        self.init()
        absolute = CommonV1Decimal(change.absolute)
        percent = CommonV1Decimal(change.percent)
        previousDay = change.previousDay.number
    }
}
