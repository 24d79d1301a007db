import SharedDomain

/// Everything that a chart says, in the reader's language.
struct ChartWords: Sendable {
    let language: Language

    private func choose(_ korean: String, _ english: String) -> String {
        switch language {
        case .ko: korean
        case .en: english
        }
    }

    // MARK: Names

    func name(of currency: CurrencyCode) -> String {
        Currency.named(currency)?.name(in: language) ?? "\(currency)"
    }

    /// The source in full, or as short as it is known.
    func name(of source: SourceID, isShort: Bool = false) -> String {
        let short = source.description.uppercased()
        if isShort { return short }
        return switch source {
        case .ecb: choose("유럽중앙은행(ECB)", "European Central Bank")
        case .kexim: choose("한국수출입은행(KEXIM)", "Export-Import Bank of Korea")
        default: short
        }
    }

    func name(of window: SeriesQuestion.Window) -> String {
        switch window {
        case .period(let period): name(of: period)
        case .days(let from, let to): "\(from.map(\.description) ?? "") ~ \(to.map(\.description) ?? "")".trimmed
        }
    }

    private func name(of period: Period) -> String {
        switch period {
        case .oneWeek: choose("1주", "1 week")
        case .twoWeeks: choose("2주", "2 weeks")
        case .oneMonth: choose("1개월", "1 month")
        case .threeMonths: choose("3개월", "3 months")
        case .sixMonths: choose("6개월", "6 months")
        case .oneYear: choose("1년", "1 year")
        case .twoYears: choose("2년", "2 years")
        case .threeYears: choose("3년", "3 years")
        case .fiveYears: choose("5년", "5 years")
        case .tenYears: choose("10년", "10 years")
        case .max: choose("전체 기간", "all held")
        }
    }

    // MARK: Days

    func dayLabel(_ day: Day, withYear: Bool) -> String {
        let (year, month, dayOfMonth) = day.components
        let korean = "\(month)월 \(dayOfMonth)일"
        let english = "\(Self.months[month - 1]) \(dayOfMonth)"
        return withYear ? choose("\(year)년 \(korean)", "\(english), \(year)") : choose(korean, english)
    }

    /// January is labelled with its year.
    func monthLabel(_ day: Day, withYear: Bool) -> String {
        let (year, month, _) = day.components
        if month == 1 { return choose("\(year)년", "\(year)") }
        let english = Self.months[month - 1]
        return withYear ? choose("\(year)년 \(month)월", "\(english) \(year)") : choose("\(month)월", english)
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    // MARK: Marks

    func highest(_ rate: String) -> String { choose("최고 \(rate)", "High \(rate)") }

    func lowest(_ rate: String) -> String { choose("최저 \(rate)", "Low \(rate)") }

    /// Since when a change is counted, where that is not the first day of the window.
    func since(_ day: Day) -> String { choose("\(day) 이후", "since \(day)") }

    var unchanged: String { choose("이 기간에 변동이 없습니다", "Unchanged throughout") }

    func single(_ day: Day) -> String { choose("관측값이 하나뿐입니다: \(day)", "Only one observation: \(day)") }

    /// The same, the fullest text first.
    func singles(_ day: Day) -> [String] { [single(day), "\(day)"] }

    var empty: String { choose("이 기간에는 관측값이 없습니다", "No observations in this window") }

    // MARK: Evidence

    func source(_ source: SourceID, isShort: Bool = false) -> String {
        let name = name(of: source, isShort: isShort)
        return isShort ? name : choose("출처 \(name)", "Source: \(name)")
    }

    func asOf(_ day: Day) -> String { choose("\(day) 기준", "as of \(day)") }

    func known(at instant: Instant) -> String { choose("\(instant)에 알려진 값", "as known on \(instant)") }

    /// All of it in one sentence.
    func evidence(_ source: SourceID, _ day: Day, knownAt instant: Instant?) -> String {
        ([self.source(source), asOf(day)] + (instant.map { [known(at: $0)] } ?? [])).joined(separator: ", ")
    }

    // MARK: Breaks

    /// What a break is, in a few words.
    func label(of mark: SeriesBreak) -> String {
        let code = mark.currency
        return switch mark.kind {
        case .redenomination where mark.other != nil, .ended where mark.other != nil: succession(of: mark)
        case .redenomination: choose("\(code) 화폐 단위 변경", "\(code) redenominated")
        case .began: choose("\(code) 고시 시작", "\(code) first quoted")
        case .ended: choose("\(code) 고시 종료", "\(code) no longer quoted")
        case .gap: choose("\(code) 고시 없음", "\(code) not quoted")
        }
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

    // MARK: Sentences

    func price(of target: CurrencyCode, in base: CurrencyCode) -> String {
        choose(
            "\(name(of: target)) 1단위의 가격(\(name(of: base)))",
            "The price of one \(name(of: target)) in \(name(of: base))")
    }

    func observations(_ count: Int, from first: Day, to last: Day) -> String {
        choose("\(first)부터 \(last)까지 관측값 \(count)개", "\(count) observations from \(first) to \(last)")
    }

    func last(_ rate: String) -> String { choose("마지막 \(rate)", "Last \(rate)") }

    func change(_ change: String) -> String { choose("변동 \(change)", "Change \(change)") }
}

extension SeriesBreak {
    /// Whether the currency was quoted after the break and not before.
    var isBeginning: Bool { kind == .began || isOfNewer }

    /// Whether the currency took the place of the other, rather than the other its place.
    fileprivate var isOfNewer: Bool {
        CurrencySuccession.all.contains { $0.newer == currency && $0.older == other }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }
}
