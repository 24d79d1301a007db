import SharedDomain

extension HistoryQuery {
    /// The name that a series is saved under, such as `history-USD-KRW-daily-1y.csv` or
    /// `history-all-EUR-monthly-2020-01-01-to-2020-12-31.ndjson`: letters, digits, `-` and `.`.
    var fileName: String {
        "history-\(target)-\(base)-\(interval.rawValue)-\(window.nameInFile).\(format.rawValue)"
    }
}

extension SeriesQuestion.Window {
    fileprivate var nameInFile: String {
        switch self {
        case .period(let period): period.rawValue
        case .days(let from, let to): "\(from.map { "\($0)" } ?? "first")-to-\(to.map { "\($0)" } ?? "newest")"
        }
    }
}
