import SharedDomain
import SharedHTTP

extension RateMatrix: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        let names = currencies.map(\.description)
        writer.object { data in
            if let main = publications.first?.origin {
                data.member("observed_on", main.day)
                data.member("source", main.source)
                data.member("published_at", main.publishedAt)
            }
            data.member("stale", isStale)
            data.member("cache_hit", isFromMemory)
            data.object("rates") { rates in
                for (base, row) in zip(names, self.rates) {
                    rates.object(base) { prices in
                        for (symbol, rate) in zip(names, row) { prices.member(symbol, rate) }
                    }
                }
            }
            data.member("unavailable", unavailable)
            data.array("publications") { list in
                for (index, publication) in publications.enumerated() {
                    list.object { publication.write(into: &$0, asOf: moment, isMain: index == 0) }
                }
            }
            data.array("disagreements") { list in
                for spread in spreads {
                    list.object { disagreement in
                        disagreement.member("pair", spread.pair.text)
                        disagreement.member("spread_percent", spread.percent)
                    }
                }
            }
        }
    }
}

extension RateMatrix.Publication {
    /// The pairs of the first publication are all that the others don't name.
    fileprivate func write(into data: inout JSONObjectWriter, asOf moment: Instant, isMain: Bool) {
        data.member("source", origin.source)
        data.member("observed_on", origin.day)
        data.member("published_at", origin.publishedAt)
        data.member("age_seconds", origin.ageSeconds(at: moment))
        data.member("stale", origin.isStale)
        data.member("fallback", origin.fallback)
        if !isMain { data.member("pairs", pairs.map(\.text)) }
    }
}

extension RateMatrix.Pair {
    /// `USD/KRW`.
    fileprivate var text: String { "\(first)/\(second)" }
}
