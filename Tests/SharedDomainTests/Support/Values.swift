import SharedDomain
import Testing

// Values from texts that a test knows to be right.

func decimal(_ text: some StringProtocol) throws -> ExactDecimal {
    try #require(ExactDecimal(text), "\(text)")
}

func day(_ text: some StringProtocol) throws -> Day {
    try #require(Day(text), "\(text)")
}

func instant(_ text: String) throws -> Instant {
    try #require(Instant(text), "\(text)")
}

func currency(_ text: some StringProtocol) throws -> CurrencyCode {
    try #require(CurrencyCode(text), "\(text)")
}

func country(_ text: String) throws -> Country {
    try #require(CountryCode(text).flatMap(Country.named), "\(text)")
}

/// The fields of each line of a fixture.
func fields(of lines: String) -> [[Substring]] {
    lines.split(separator: "\n").map { $0.split(separator: "|", omittingEmptySubsequences: false) }
}
