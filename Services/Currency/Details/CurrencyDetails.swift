import SharedDomain
import SharedHTTP

/// What is known of each currency: its names and places, its latest price, how banks quote it, how it changed.
struct CurrencyDetails: Sendable {
    /// The most currencies one question may name.
    static let mostCurrencies = 50

    let layers: RateLayers
    let time: TimeSource
    /// How many percent of the rate an estimated selling price lies above it, and a buying price below it.
    let transferSpreadPercent: ExactDecimal

    /// Answers from `layers`.
    /// - Parameter transferSpreadPercent: 0 to below 100; Korean banks ask about 1 for a transfer.
    init(layers: RateLayers, time: TimeSource, transferSpreadPercent: ExactDecimal = .one) {
        self.layers = layers
        self.time = time
        self.transferSpreadPercent = transferSpreadPercent
    }

    /// The version of the answers in that money at that moment; nil while memory has none.
    func version(in base: CurrencyCode, at now: Instant) -> AnswerVersion? {
        guard let rates = layers.holdings.inMemory?.rates, rates.holds(base) else { return nil }
        return version(of: rates, at: now)
    }

    /// The version of the list at that moment; nil while memory has none.
    func listVersion(at now: Instant) -> AnswerVersion? {
        layers.holdings.inMemory.flatMap { CurrencyList.version(of: $0, at: now) }
    }

    /// What banks quote, by default now; currencies without a rate are listed apart.
    /// - Throws: `DATA_NOT_READY` when no layer has rates; `NOT_FOUND` when there is none for the base.
    func answer(_ question: DetailQuestion, at moment: Instant? = nil) async throws(ServiceError) -> DetailAnswer {
        let state = try await layers.current()
        let rates = state.contents.rates
        guard rates.holds(question.base) else { throw .noRateToPriceIn(question.base) }
        let version = version(of: rates, at: moment ?? time.now())
        let maker = DetailMaker(
            rates: rates, question: question, moment: version.asOf, transferSpreadPercent: transferSpreadPercent)
        var details: [CurrencyDetail] = []
        var unavailable: [CurrencyCode] = []
        for code in question.currencies {
            if let currency = Currency.named(code), let detail = try maker.detail(of: currency) {
                details.append(detail)
            } else {
                unavailable.append(code)
            }
        }
        return DetailAnswer(
            base: question.base, details: details, unavailable: unavailable, isFromMemory: state.isFromMemory,
            version: state.isFromMemory ? version : nil)
    }

    /// Every currency of the table and what is held of it, if any layer says.
    /// - Parameter codes: Only these, in this order; nil for all.
    /// - Throws: `ServiceError` when a layer fails.
    func list(
        _ codes: [CurrencyCode]?, at moment: Instant? = nil
    ) async throws(ServiceError) -> CurrencyList {
        let currencies = codes.map { $0.compactMap(Currency.named) } ?? Currency.all
        let state: CurrentState
        do {
            state = try await layers.current()
        } catch {
            guard error.code == .dataNotReady else { throw error }
            return CurrencyList(of: currencies, holding: nil, isFromMemory: false, version: nil)
        }
        let version = state.isFromMemory ? CurrencyList.version(of: state.contents, at: moment ?? time.now()) : nil
        return CurrencyList(
            of: currencies, holding: state.contents, isFromMemory: state.isFromMemory, version: version)
    }

    /// Estimates depend on what is configured, so that is part of the version.
    private func version(of rates: RatesSnapshot, at now: Instant) -> AnswerVersion {
        let version = rates.version(at: now)
        return AnswerVersion(
            tag: "\(version.tag)~\(transferSpreadPercent.canonical)", asOf: version.asOf,
            freshUntil: version.freshUntil)
    }
}

extension ServiceError {
    /// A currency that exists but has no rate, as the money to give prices in.
    fileprivate static func noRateToPriceIn(_ base: CurrencyCode) -> ServiceError {
        .notFound(
            "No current rate is held for \(base), so prices cannot be given in it.",
            details: ["parameter": "base", "provided": "\(base)", "expected": "a currency that a rate is held for"])
    }

    /// A currency that exists but has no rate.
    static func noRate(of currency: CurrencyCode) -> ServiceError {
        .notFound(
            "\(currency) is a known currency, but no current rate of it is held.",
            details: ["parameter": "code", "provided": "\(currency)", "expected": "a currency that a rate is held for"])
    }
}
