import SharedDomain
import SharedHTTP

extension Conversions {
    /// The most currencies of a matrix.
    static let mostInMatrix = 30

    /// What each of different currencies costs now in each of the others. Each pair is computed from the rate that is
    /// served for it, once for both directions.
    /// - Throws: `DATA_NOT_READY` where no layer answers; `NOT_FOUND` when no rate is held for any of them.
    func matrix(
        of codes: [CurrencyCode], significantDigits: Int, at now: Instant
    ) async throws(ServiceError) -> RateMatrix {
        let state = try await layers.current()
        let rates = state.contents.rates
        let version = state.isFromMemory ? rates.version(at: now) : nil
        let held = codes.filter(rates.holds)
        guard !held.isEmpty else { throw .noneHeld(codes) }
        let moment = version?.asOf ?? now
        let cells = try MatrixCells(held, rates, significantDigits: significantDigits, at: moment)
        return RateMatrix(
            currencies: held, unavailable: codes.filter { !rates.holds($0) }, rates: cells.rates,
            publications: cells.publications, spreads: cells.spreads, moment: moment,
            isFromMemory: state.isFromMemory, version: version)
    }
}

/// The rates of a matrix while it is filled.
private struct MatrixCells {
    private(set) var rates: [[ExactDecimal?]]
    private(set) var spreads: [RateMatrix.Spread] = []
    private var pairs: [RateMatrix.Origin: [RateMatrix.Pair]] = [:]

    init(
        _ codes: [CurrencyCode], _ snapshot: RatesSnapshot, significantDigits: Int, at moment: Instant
    ) throws(ServiceError) {
        rates = Array(repeating: Array(repeating: nil, count: codes.count), count: codes.count)
        for first in codes.indices {
            rates[first][first] = .one
            let prices = snapshot.pairs(in: codes[first])
            for second in codes.indices.dropFirst(first + 1) {
                guard let rate = prices[codes[second]]?.served(at: moment) else { continue }
                rates[first][second] = try rate.cross.value(significantDigits: significantDigits)
                rates[second][first] = try rate.cross.inverse.value(significantDigits: significantDigits)
                let pair = RateMatrix.Pair(first: codes[first], second: codes[second])
                pairs[RateMatrix.Origin(rate), default: []].append(pair)
                if let disagreement = rate.disagreement {
                    let percent = try disagreement.spreadPercent.rounded(
                        fractionDigits: RateDisagreement.spreadDigits, mode: .halfUp)
                    spreads.append(RateMatrix.Spread(pair: pair, percent: percent))
                }
            }
        }
        // No pair at all: the newest publication of the one currency says of which day the answer is.
        if pairs.isEmpty, let code = codes.first, let rate = snapshot.rate(of: code, in: code, at: moment) {
            pairs[RateMatrix.Origin(rate)] = []
        }
    }

    /// The one with the most pairs first, then the newest.
    var publications: [RateMatrix.Publication] {
        pairs.map { RateMatrix.Publication(origin: $0.key, pairs: $0.value) }.sorted { one, other in
            if one.pairs.count != other.pairs.count { return one.pairs.count > other.pairs.count }
            if one.origin.publishedAt != other.origin.publishedAt {
                return one.origin.publishedAt > other.origin.publishedAt
            }
            return one.origin.source < other.origin.source
        }
    }
}

extension ServiceError {
    /// Currencies that exist and have no rate.
    fileprivate static func noneHeld(_ codes: [CurrencyCode]) -> ServiceError {
        let list = codes.map(\.description).joined(separator: ", ")
        return .notFound(
            "No current rate is held for any of \(list).",
            details: [
                "parameter": "codes", "provided": list, "expected": "at least one currency that a rate is held for",
            ])
    }
}
