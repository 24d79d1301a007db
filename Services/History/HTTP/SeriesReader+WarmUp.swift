import SharedDomain
import SharedHTTP

extension SeriesReader {
    /// Makes one of the longest answers, all there is of the dollar in won, and forgets it. What a process does only once
    /// is done by then (code and memory are there, types are known), and nobody who asks has to wait for it.
    ///
    /// - Throws: as `series`; not where nothing is held of the two.
    func warmUp() throws(ServiceError) {
        let book = memory.current
        guard book.source(quoting: .usd, HistoryParameter.usualBase) != nil else { return }
        let question = try SeriesQuestion(target: .usd, base: HistoryParameter.usualBase, window: .period(.max))
        let usualDigits = 10
        let reply = try HistoryReply(to: question, from: book, by: self, significantDigits: usualDigits)
        _ = JSONWriter.encode(reply)
    }
}
