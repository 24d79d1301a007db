import SharedDomain

/// Which series is asked for.
struct SeriesQuestion: Sendable, Hashable {
    /// The days that are asked for, both ends included.
    enum Window: Sendable, Hashable {
        /// Those that end at the newest day held of the source.
        case period(Period)
        /// Those between two days; nil is the first or the newest day held.
        case days(from: Day?, to: Day?)
    }

    /// The currency that is priced.
    let target: CurrencyCode
    /// The money it is priced in.
    let base: CurrencyCode
    let window: Window

    /// - Throws: `INVALID_PARAMETER` for a currency in itself, and for days that end before they begin.
    init(target: CurrencyCode, base: CurrencyCode, window: Window) throws(ServiceError) {
        guard target != base else {
            throw ServiceError(
                .invalidParameter, "Parameters 'target' and 'base' are both '\(target)', expected two currencies.",
                details: ["parameter": "target", "provided": "\(target)", "expected": "another currency than 'base'"])
        }
        if case .days(.some(let from), .some(let to)) = window, from > to {
            throw .invalidParameter("from", provided: "\(from)", expected: "a day that is not after 'to', \(to)")
        }
        self.target = target
        self.base = base
        self.window = window
    }
}
