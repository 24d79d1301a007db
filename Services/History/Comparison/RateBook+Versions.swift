import SharedDomain
import SharedHTTP

extension RateBook {
    /// The version of an answer about several pairs that is given at `now`: as fresh as the least fresh of them. Nil
    /// when no source quotes one of them.
    func version(of targets: [CurrencyCode], in base: CurrencyCode, at now: Instant) -> AnswerVersion? {
        var whole: AnswerVersion?
        for target in targets {
            guard let version = version(of: target, in: base, at: now) else { return nil }
            guard let held = whole else {
                whole = version
                continue
            }
            let freshUntil = held.freshUntil.flatMap { one in version.freshUntil.map { min(one, $0) } }
            whole = AnswerVersion(tag: held.tag, asOf: held.asOf, freshUntil: freshUntil)
        }
        return whole
    }
}
