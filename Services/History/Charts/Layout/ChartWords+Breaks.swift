import SharedDomain

/// What is said of the breaks.
extension ChartWords {
    /// What a break is, in a few words.
    func label(of mark: SeriesBreak) -> String {
        let code = mark.currency
        return switch mark.kind {
        case .redenomination where mark.other != nil, .ended where mark.other != nil: succession(of: mark)
        case .redenomination: choose("\(code) 화폐 단위 변경", "\(code) redenominated")
        case .began: choose("\(code) 고시 전", "\(code) not yet quoted")
        case .ended: choose("\(code) 고시 종료", "\(code) no longer quoted")
        case .gap: notQuoted([code])
        }
    }

    /// What days without rates are.
    var notQuoted: String { choose("고시 없음", "not quoted") }

    /// The same of some currencies, in the order given.
    func notQuoted(_ currencies: [CurrencyCode]) -> String {
        "\(currencies.map(\.description).joined(separator: ", ")) \(notQuoted)"
    }

    /// `1,000,000 TRL = 1 TRY`: the older of the two first.
    private func succession(of mark: SeriesBreak) -> String {
        guard let other = mark.other else { return "\(mark.currency)" }
        let (older, newer) = mark.isOfNewer ? (other, mark.currency) : (mark.currency, other)
        guard let factor = mark.factor else { return "\(older) → \(newer)" }
        return "\(ChartNumber.text(factor.canonical, decimals: 0)) \(older) = 1 \(newer)"
    }

    /// The same with its days.
    func sentence(of mark: SeriesBreak) -> String {
        "\(label(of: mark)) (\(days(of: mark)))"
    }

    /// From the first day without a quote to the last one, as far as there are such; where one currency took the place
    /// of another, the day it did.
    func days(of mark: SeriesBreak) -> String {
        if let succession = mark.succession { return "\(succession.first)" }
        return name(from: mark.lastBefore?.adding(days: 1), to: mark.firstAfter?.adding(days: -1))
    }
}

extension SeriesBreak {
    /// Whether the currency was quoted after the break and not before.
    var isBeginning: Bool { kind == .began || isOfNewer }

    /// Whether the currency took the place of the other, rather than the other its place.
    fileprivate var isOfNewer: Bool { succession?.newer == currency }

    /// Which of the two took the place of the other; nil without another currency.
    fileprivate var succession: CurrencySuccession? {
        CurrencySuccession.all.first {
            ($0.newer == currency && $0.older == other) || ($0.older == currency && $0.newer == other)
        }
    }
}
