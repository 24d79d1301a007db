import SharedDomain
import SharedHTTP

/// Finds countries and currencies by what people call them. Works without any rates too: then it does not say which
/// have one.
struct CurrencySearch: Sendable {
    let layers: RateLayers

    private let index = SearchIndex.standard

    /// Answers which currencies have a rate from `layers`.
    init(layers: RateLayers) {
        self.layers = layers
    }

    /// The version of the answers at that moment; nil while memory has no rates.
    func version(at now: Instant) -> AnswerVersion? {
        guard let rates = layers.holdings.inMemory?.rates, !rates.isEmpty else { return nil }
        return rates.version(at: now)
    }

    /// What answers the query, the closest first.
    /// - Throws: `ServiceError` when a layer fails.
    func answer(_ question: SearchQuestion, at now: Instant) async throws(ServiceError) -> SearchAnswer {
        var rates: RatesSnapshot?
        var isFromMemory = false
        do {
            let state = try await layers.current()
            rates = state.contents.rates
            isFromMemory = state.isFromMemory
        } catch {
            // Names are known without any rates.
            guard error.code == .dataNotReady else { throw error }
        }
        let matches = index.find(
            question.text, limit: question.limit, priced: (rates?.currencies).map(Set.init),
            language: question.language)
        return SearchAnswer(
            question: question, matches: matches, isFromMemory: isFromMemory,
            version: isFromMemory ? rates?.version(at: now) : nil)
    }
}

/// What is searched for.
struct SearchQuestion: Sendable {
    /// What one may type: 1 to 64 characters in the composed form (NFC), without spaces around.
    let text: String
    /// The most matches of the answer.
    let limit: Int
    /// Of the names.
    let language: Language
}

/// What was found.
struct SearchAnswer: Sendable {
    let question: SearchQuestion
    /// The closest first.
    let matches: [SearchMatch]
    /// Whether memory said which have a rate, rather than the store or another service.
    let isFromMemory: Bool
    /// Which state of memory it comes from; nil when it comes from elsewhere.
    let version: AnswerVersion?
}
