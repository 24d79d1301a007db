import SharedDomain

/// What is said of the rates.
extension ChartWords {
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

    func highest(_ rate: String) -> String { choose("최고 \(rate)", "High \(rate)") }

    func lowest(_ rate: String) -> String { choose("최저 \(rate)", "Low \(rate)") }

    /// Since when a change is counted, where that is not the first day of the window.
    func since(_ day: Day) -> String { choose("\(day) 이후", "since \(day)") }

    var unchanged: String { choose("이 기간에 변동이 없습니다", "Unchanged throughout") }

    func single(_ day: Day) -> String { choose("관측값이 하나뿐입니다: \(day)", "Only one observation: \(day)") }

    /// The same, the fullest text first.
    func singles(_ day: Day) -> [String] { [single(day), "\(day)"] }

    var empty: String { choose("이 기간에는 관측값이 없습니다", "No observations in this window") }
}
