import SharedDomain
import Testing

@testable import HistoryService

@Suite("Every point of 27 years")
struct RateDigestTests {
    // Python fractions: Oracle/rates_oracle.py.
    @Test("rates, changes and percents are those of exact fractions to the last digit", arguments: RateDigest.cases)
    func digest(expected: RateDigest) throws {
        let reader = SeriesReader(memory: ECBFile.memory)
        let (answer, statistics) = try reader.analysis(question(expected.target, in: expected.base, "max"))
        let reply = try HistoryReply(answer, statistics, significantDigits: expected.digits)
        let lines = reply.points.map { "\($0.day) \($0.rate) \($0.change) \($0.changePercent)" }
        #expect(lines.count == expected.count)
        #expect(lines[lines.count / 2] == expected.middle)
        #expect(RateDigest.digest(of: lines) == expected.digest)
    }
}
