import SharedDomain
import SharedHTTP

/// The `data` of the answer. `rates` is a plain map, which is what clients of the first version read; how each rate
/// came about is in `evidence`, under the same codes.
extension LatestAnswer: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { data in
            data.member("base", base)
            data.member("timestamp", newest.cross.publishedAt.seconds)
            data.member("observed_on", newest.cross.day)
            data.object("rates") { rates in
                for entry in entries { rates.member("\(entry.rate.currency)", entry.rate.value) }
            }
            data.member("source", newest.cross.source)
            data.member("cache_hit", isFromMemory)
            data.member("stale", isStale)
            data.member("unavailable", unavailable)
            data.object("evidence") { evidence in
                for entry in entries { evidence.member("\(entry.rate.currency)", entry) }
            }
        }
    }
}

extension LatestAnswer.Entry: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { writeMembers(into: &$0) }
    }

    /// What stands between the braces.
    func writeMembers(into evidence: inout JSONObjectWriter) {
        evidence.member("source", rate.cross.source)
        evidence.member("observed_on", rate.cross.day)
        evidence.member("published_at", rate.cross.publishedAt)
        evidence.member("age_seconds", ageSeconds)
        evidence.member("stale", isStale)
        evidence.member("pivot", rate.pivot)
        evidence.array("legs") { legs in
            for leg in rate.cross.legs {
                legs.object { quote in
                    quote.member("currency", leg.currency)
                    quote.member("price", leg.price)
                    quote.member("unit", leg.unit)
                    quote.member("direction", leg.direction.rawValue)
                }
            }
        }
        evidence.member("fallback", fallback)
        evidence.member("disagreement", disagreement)
    }
}

extension RateFallback: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { fallback in
            fallback.member("preferred_source", preferred)
            fallback.member("reason", reason.rawValue)
        }
    }
}

extension LatestAnswer.Disagreement: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { disagreement in
            disagreement.member("spread_percent", spreadPercent)
            disagreement.object("rates") { rates in
                for rate in self.rates { rates.member("\(rate.source)", rate.value) }
            }
        }
    }
}
