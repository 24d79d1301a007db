import SharedDomain

extension RateBook {
    /// The refusal of a currency that no source has observations of.
    ///
    /// - Parameter parameter: What a client calls it.
    func nothingHeld(of currency: CurrencyCode, named parameter: String) -> ServiceError {
        .notFound(
            "No observations of \(currency) are held\(momentText).",
            details: ["parameter": parameter, "provided": "\(currency)"])
    }

    /// ` as of ` the moment that this is the state of; empty of the state after the last commit.
    var momentText: String { past.map { " as of \($0.moment)" } ?? "" }
}
