import SharedDomain

/// What a forecast says of itself in words.
enum ForecastText {
    static let method = """
        Theta method (Assimakopoulos and Nikolopoulos 2000) on the logarithms of the last \(WalkForward.fittedPoints) \
        rates: the mean of their least-squares line and of an exponentially smoothed line, which is the last level with \
        half the slope as drift. Intervals reach as far to either side as 80 % and 95 % of the errors of the same method \
        on this pair's own past.
        """

    /// Whether the method was worth more than saying that nothing changes.
    static func verdict(_ trial: ForecastTrial, origins: Int) -> String {
        guard let ratio = trial.ratio else {
            return "The rate did not move in the past that was looked at, so there is nothing to beat."
        }
        let difference = ExactDecimal(abs(ratio - 1) * 100, significantDigits: 2) ?? .zero
        let past = "at \(origins) origins in this pair's past"
        return trial.beatsNoChange
            ? "It beat \"no change\" \(past): its mean error was \(difference) % smaller. That need not last."
            : "It does not beat \"no change\": \(past) its mean error was \(difference) % larger than that of saying "
                + "that the rate stays as it is. Trust the width of the intervals more than the point."
    }
}
