import GRPCCore
import SharedContracts
import SharedDomain
import SharedTesting

@testable import HistoryService

extension SeriesMemory {
    /// What `RecentSheets` answers from this memory.
    func recentBatches(
        daysBeforeNewest days: UInt32, isReplaying: @escaping @Sendable () -> Bool = { false }
    ) async throws -> [HistoryV1SheetBatch] {
        try await messages(of: HistoryV1RateHistory.Method.RecentSheets.descriptor) { response, context in
            try await RateHistoryService(reader: SeriesReader(memory: self), isReplaying: isReplaying).recentSheets(
                request: recentSheetsRequest(days), response: response, context: context)
        }
    }

    /// What `Sheets` answers from this memory.
    func batches(
        _ ranges: [HistoryV1DayRange], isReplaying: @escaping @Sendable () -> Bool = { false }
    ) async throws -> [HistoryV1SheetBatch] {
        try await messages(of: HistoryV1RateHistory.Method.Sheets.descriptor) { response, context in
            try await RateHistoryService(reader: SeriesReader(memory: self), isReplaying: isReplaying).sheets(
                request: sheetsRequest(ranges), response: response, context: context)
        }
    }

    /// The sheets of those days, both included.
    func sheets(_ first: String, _ last: String) async throws -> [CommonV1Sheet] {
        try await batches([dayRange(first, last)]).flatMap(\.sheets)
    }

    /// What `Coverage` answers from this memory, as `source currency first last`.
    func coverage() async throws -> [String] {
        let reply = try await withServerContextRPCCancellationHandle { cancellation in
            try await RateHistoryService(reader: SeriesReader(memory: self)).coverage(
                request: HistoryV1CoverageRequest(),
                context: ServerContext(
                    descriptor: HistoryV1RateHistory.Method.Coverage.descriptor, remotePeer: "in-process:1",
                    localPeer: "in-process:2", cancellation: cancellation))
        }
        return reply.texts
    }
}

/// Asks for the newest sheets.
func recentSheetsRequest(_ daysBeforeNewest: UInt32) -> HistoryV1RecentSheetsRequest {
    var request = HistoryV1RecentSheetsRequest()
    request.daysBeforeNewest = daysBeforeNewest
    return request
}

/// Asks for the sheets of past days.
func sheetsRequest(_ ranges: [HistoryV1DayRange]) -> HistoryV1SheetsRequest {
    var request = HistoryV1SheetsRequest()
    request.ranges = ranges
    return request
}

/// A range of days in texts.
func dayRange(_ first: String, _ last: String) throws -> HistoryV1DayRange {
    try dayRange(day(first).number, day(last).number)
}

/// A range of days in numbers, which may be none of any calendar.
func dayRange(_ first: Int32, _ last: Int32) -> HistoryV1DayRange {
    var range = HistoryV1DayRange()
    range.first = first
    range.last = last
    return range
}

/// A hundred ranges of 366 days side by side, from the first day of the ECB's file on.
func hundredRanges() throws -> [HistoryV1DayRange] {
    let oldest = try day("1999-01-04").number
    return (0..<100).map { (index: Int32) in
        let first = oldest + index * 366
        return dayRange(first, first + 365)
    }
}

extension CommonV1Sheet {
    /// `source day: CODE digits, …`.
    var text: String {
        get throws { "\(source) \(dayText): \(try quoteTexts.joined(separator: ", "))" }
    }

    private var dayText: String { "\(Day(number: day))" }
}

extension HistoryV1CoverageReply {
    /// `source currency first last` of each line.
    var texts: [String] {
        coverage.map { "\($0.source) \($0.currency) \(Day(number: $0.firstDay)) \(Day(number: $0.lastDay))" }
    }
}
