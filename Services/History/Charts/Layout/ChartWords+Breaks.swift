import SharedDomain

/// What is said of the breaks.
extension ChartWords {
    /// What a break is, in a few words.
    func label(of mark: SeriesBreak) -> String {
        let code = mark.currency
        return switch mark.kind {
        case .redenomination where mark.other != nil, .ended where mark.other != nil: succession(of: mark)
        case .redenomination: choose("\(code) 화폐 단위 변경", "\(code) redenominated")
        case .began: choose("\(code) 고시 시작", "\(code) first quoted")
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
        let days = days(of: mark)
        return days.isEmpty ? label(of: mark) : "\(label(of: mark)) (\(days))"
    }

    /// From the last day before it to the first one after it, as far as there are such.
    func days(of mark: SeriesBreak) -> String {
        [mark.lastBefore, mark.firstAfter].compactMap { $0?.description }.joined(separator: " ~ ")
    }
}

extension SeriesBreak {
    /// Whether the currency was quoted after the break and not before.
    var isBeginning: Bool { kind == .began || isOfNewer }

    /// Whether the currency took the place of the other, rather than the other its place.
    fileprivate var isOfNewer: Bool {
        CurrencySuccession.all.contains { $0.newer == currency && $0.older == other }
    }
}
