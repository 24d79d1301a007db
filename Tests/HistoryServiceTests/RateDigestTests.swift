import SharedDomain
import Testing

@testable import HistoryService

@Suite("Every point of 27 years")
struct RateDigestTests {
    // Python fractions: Oracle/rates_oracle.py.
    @Test("rates, changes and percents are those of exact fractions to the last digit", arguments: RateDigest.cases)
    func digest(expected: RateDigest) throws {
        let reader = SeriesReader(memory: ECBFile.memory)
        let reply = try HistoryReply(
            to: question(expected.target, in: expected.base, "max"), from: ECBFile.memory.current, by: reader,
            significantDigits: expected.digits)
        let lines = reply.points.map { point in
            let changes = [point.change, point.changePercent].map { $0?.description ?? "null" }
            return "\(point.day) \(point.rate) \(changes.joined(separator: " "))"
        }
        #expect(lines.count == expected.count)
        #expect(lines[lines.count / 2] == expected.middle)
        #expect(RateDigest.digest(of: lines) == expected.digest)
    }
}
