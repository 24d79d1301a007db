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

    /// What the one who asks calls the two currencies: refusals name them so.
    struct Names: Sendable, Hashable {
        let target: String
        let base: String
        /// What the base is where a request names none; nil where it has to.
        let usualBase: CurrencyCode?

        /// Both are named in every request.
        static let required = Names(target: "target", base: "base", usualBase: nil)
    }

    /// The currency that is priced.
    let target: CurrencyCode
    /// The money it is priced in.
    let base: CurrencyCode
    let window: Window
    let names: Names

    /// - Throws: `INVALID_PARAMETER` for a currency in itself, and for days that end before they begin.
    init(
        target: CurrencyCode, base: CurrencyCode, window: Window, names: Names = .required
    ) throws(ServiceError) {
        guard target != base else {
            let reason = base == names.usualBase ? ": '\(names.base)' is \(base) unless a request names another" : ""
            throw ServiceError(
                .invalidParameter,
                "Parameters '\(names.target)' and '\(names.base)' are both '\(target)', expected two currencies\(reason).",
                details: [
                    "parameter": names.target, "provided": "\(target)",
                    "expected": "another currency than '\(names.base)', \(base)",
                ])
        }
        if case .days(.some(let from), .some(let to)) = window, from > to {
            throw .invalidParameter("from", provided: "\(from)", expected: "a day that is not after 'to', \(to)")
        }
        self.target = target
        self.base = base
        self.window = window
        self.names = names
    }
}
