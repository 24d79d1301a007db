import NIOCore
import SharedDomain
import SharedHTTP

/// What a question comes to: the days that answer it, and of which version of the data they are.
struct FrankfurterAnswer {
    /// The day, or the first and the last, that the rates are of.
    private enum Days {
        case one(Int32)
        case range(ClosedRange<Int32>)
    }

    /// The state of the data that the answer comes from.
    let version: AnswerVersion

    private let rates: FrankfurterRates
    private let days: Days

    /// For how many days before the one that is asked for a sheet still answers.
    static let lookBack = 14
    /// How long a copy may be used, as that API promises it.
    static let lifetime = Duration.seconds(86_400)
    /// A range of more rates is written while it is sent, and never kept: about 200 kB.
    static let mostKeptRates = 12_000
    /// How much of such a range is written at a time, in bytes.
    private static let piece = 32_768

    /// - Throws: `FrankfurterRefusal.notFound` where nothing answers.
    init(_ question: FrankfurterQuestion, from book: SourceBook, today: Day) throws(FrankfurterRefusal) {
        guard let rates = FrankfurterRates(question, from: book), let newestRecording = book.newestRecording else {
            throw .notFound
        }
        let found: ClosedRange<Int32>
        switch question.window {
        case .day(let day):
            let first = day.adding(days: -Self.lookBack).number
            guard let span = rates.span(in: first...day.number) else { throw .notFound }
            found = span.upperBound...span.upperBound
            days = .one(span.upperBound)
        case .range(let from, let to):
            // A range begins with the sheet that was current on its first day.
            let first = rates.sheetDay(upTo: from.number) ?? from.number
            guard from <= today, first <= to.number, let span = rates.span(in: first...to.number) else {
                throw .notFound
            }
            found = span
            days = .range(span)
        }
        self.rates = rates
        version = AnswerVersion(
            tag: "\(book.content.text) \(found.lowerBound) \(found.upperBound)", asOf: newestRecording,
            lasting: Self.lifetime)
    }

    /// The answer, and of which version it is. A long range is written while it is sent; what can go wrong has gone
    /// wrong before.
    ///
    /// - Throws: as `FrankfurterPrice.text`.
    func reply() throws(ServiceError) -> EdgeReply {
        switch days {
        case .one(let day):
            return .bytes(try FrankfurterDocument.day(rates, day), mediaType: Self.mediaType).of(version)
        case .range(let days):
            var document = FrankfurterDocument(rates, days: days)
            var buffer = ByteBuffer(string: document.head)
            let isKept = rates.mostRates(in: days) <= Self.mostKeptRates
            guard try document.writeDays(into: &buffer, upTo: isKept ? .max : Self.piece) else {
                buffer.writeString(FrankfurterDocument.tail)
                return .bytes(buffer, mediaType: Self.mediaType).of(version)
            }
            return Self.streaming(buffer, document).of(version)
        }
    }

    private static let mediaType = "application/json"

    /// Sends what is written, and the days that are left.
    private static func streaming(_ beginning: ByteBuffer, _ rest: FrankfurterDocument) -> EdgeReply {
        .streaming(mediaType: mediaType) { writer in
            var (buffer, document) = (beginning, rest)
            var isMoreLeft = true
            while isMoreLeft {
                try await writer.write(buffer)
                buffer = ByteBuffer()
                isMoreLeft = try document.writeDays(into: &buffer, upTo: piece)
            }
            buffer.writeString(FrankfurterDocument.tail)
            try await writer.write(buffer)
        }
    }
}
