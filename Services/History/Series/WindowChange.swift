import SharedDomain

/// The first and the last rate of a window, where the change between the two says what the rate did over the whole of it:
/// see `WindowCoverage`.
struct WindowChange: Sendable {
    let first: ExactCross
    let last: ExactCross

    /// What the last rate is above the first.
    ///
    /// - Throws: `INVALID_PARAMETER` for a change that cannot be written with so many digits.
    func amount(significantDigits digits: Int) throws(ServiceError) -> ExactDecimal {
        try last.change(since: first, significantDigits: digits)
    }

    /// The same in percent of the first.
    ///
    /// - Throws: `INVALID_PARAMETER` for a change that cannot be written with so many digits.
    func percent(significantDigits digits: Int) throws(ServiceError) -> ExactDecimal {
        try last.changePercent(since: first, significantDigits: digits)
    }
}
