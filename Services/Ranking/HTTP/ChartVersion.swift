import SharedDomain
import SharedHTTP

extension ChartReader {
    /// The version of a chart of these counts with these rates; nil when the counts were not read from memory.
    ///
    /// The next selection may come at any moment, so the version is never fresh. Its instant, the newest of its
    /// content's, is part of the tag.
    func version(of counts: ChartCounts, _ rates: PostedRates) -> AnswerVersion? {
        guard let tag = counts.tag else { return nil }
        let asOf = ([counts.start] + counts.current.map(\.lastSelectedAt) + rates.newestPublication).max()
        var fingerprint = Fingerprint("ranking.chart/1")
        fingerprint.add(tag)
        fingerprint.add(counts.start)
        fingerprint.add(minimumUsers)
        fingerprint.add(rates.tag)
        return AnswerVersion(tag: fingerprint.text, asOf: asOf ?? counts.start, freshUntil: nil)
    }
}
