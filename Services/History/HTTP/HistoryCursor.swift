import SharedDomain
import SharedHTTP

/// Where a page ended, and the state of the data that the pages are of. To a client a word without meaning.
///
/// `position.moment.mark`, both numbers in base 36. The mark is of both and of the question, so that a cursor that was
/// damaged, or belongs to another question, is told from one of ours. It keeps no secret: whoever makes one up only asks
/// for points that anyone may ask for.
struct HistoryCursor: Sendable, Equatable {
    /// The point that was given last: see `SeriesPoint.position`.
    let position: Int64
    /// When the newest row of the data was recorded that the first page was answered from.
    let moment: Instant

    init(position: Int64, moment: Instant) {
        self.position = position
        self.moment = moment
    }

    /// Reads a cursor of a page of that question.
    ///
    /// - Throws: `INVALID_PARAMETER` for anything else.
    init(_ text: String, of query: HistoryQuery) throws(ServiceError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let position = Int64(parts[0], radix: Self.radix),
            let moment = Int64(parts[1], radix: Self.radix)
        else { throw Self.refusal(text) }
        self.init(position: position, moment: Instant(milliseconds: moment))
        guard self.text(of: query) == text else { throw Self.refusal(text) }
    }

    /// The cursor as it is given to the client.
    func text(of query: HistoryQuery) -> String {
        let numbers = [position, moment.milliseconds].map { String($0, radix: Self.radix) }
        return (numbers + [mark(of: query)]).joined(separator: ".")
    }

    private static let radix = 36

    private func mark(of query: HistoryQuery) -> String {
        var mark = Fingerprint("history.cursor/1")
        mark.add(position)
        mark.add(moment)
        mark.add(query.target.description)
        mark.add(query.base.description)
        mark.add(query.window.text)
        mark.add(query.interval.rawValue)
        mark.add(query.fill.rawValue)
        mark.add(query.asOf?.description ?? "")
        return mark.text
    }

    private static func refusal(_ text: String) -> ServiceError {
        .invalidParameter(
            "cursor", provided: text,
            expected: "the 'next_cursor' of the page before, with the other parameters as they were")
    }
}
