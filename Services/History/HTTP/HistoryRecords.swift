import NIOCore
import SharedDomain
import SharedHTTP

/// Makes the lines of one or several series, a piece at a time, as they are asked for: however many there are, no more
/// than a piece and what a series is read from is in memory.
struct HistoryRecords: PieceMaker {
    /// A piece is sent when it has so many bytes: 32 KiB.
    static let pieceBytes = 32_768

    private let query: HistoryQuery
    /// The series that are still to be given, the current one first.
    private var series: ArraySlice<(target: CurrencyCode, points: PointReader)>
    private var isBegun = false

    /// Finds every series that is asked for, by code.
    ///
    /// - Throws: as `SeriesReader.series`; of all currencies only where none has a series in the window.
    init(_ query: HistoryQuery, _ reader: SeriesReader, in book: RateBook) throws(ServiceError) {
        self.query = query
        if case .one(let target) = query.target {
            series = [(target, try reader.points(query.question(about: target), query.interval, query.fill, in: book))]
            return
        }
        series = []
        var firstRefusal: ServiceError?
        for target in book.currencies(quotedWith: query.base) {
            let question = try query.question(about: target)
            do {
                series.append((target, try reader.points(question, query.interval, query.fill, in: book)))
            } catch {
                firstRefusal = firstRefusal ?? error
            }
        }
        guard series.isEmpty else { return }
        try book.requireHeld()
        throw firstRefusal ?? book.nothingHeld(of: query.base, named: HistoryParameter.base.facts.name)
    }

    /// The next piece; nil after the last. The first one of a CSV begins with the names of the columns.
    ///
    /// - Throws: `INVALID_PARAMETER` for a rate that cannot be written with the digits asked for.
    mutating func nextPiece() throws(ServiceError) -> ByteBuffer? {
        var piece = ByteBuffer()
        if !isBegun, query.format == .csv { piece.writeString(HistoryLine.header(of: query.interval)) }
        isBegun = true
        while piece.readableBytes < Self.pieceBytes, let line = try nextLine() {
            line.write(into: &piece, as: query.format, query.numbers)
        }
        return piece.readableBytes > 0 ? piece : nil
    }

    private mutating func nextLine() throws(ServiceError) -> HistoryLine? {
        while let place = series.indices.first {
            if let point = series[place].points.next() {
                return HistoryLine(
                    base: query.base, target: series[place].target,
                    point: try ShownPoint(point, significantDigits: query.digits))
            }
            series.removeFirst()
        }
        return nil
    }
}

extension RateBook {
    /// The currencies that have a source in common with the base, by code, itself aside.
    fileprivate func currencies(quotedWith base: CurrencyCode) -> [CurrencyCode] {
        let books = sources.values.filter { $0.count(of: base) > 0 }
        let codes = books.reduce(into: Set<CurrencyCode>()) { codes, book in
            codes.formUnion(book.legs.keys.filter { book.count(of: $0) > 0 })
        }
        return codes.subtracting([base]).sorted()
    }
}
