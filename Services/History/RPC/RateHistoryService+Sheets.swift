package import GRPCCore
package import SharedContracts
import SharedDomain

extension RateHistoryService {
    /// The most sheets of one message.
    package static let sheetsPerBatch = 16

    /// Streams the newest sheets of every source, ordered by source and day.
    ///
    /// - Throws: `ServiceError` for more days than there may be, and `DATA_NOT_READY` when nothing at all is held.
    package func recentSheets(
        request: HistoryV1RecentSheetsRequest, response: RPCWriter<HistoryV1SheetBatch>, context: ServerContext
    ) async throws {
        // Asked before memory is looked at, which only ever becomes more.
        let isReplaying = isReplaying()
        let selections = try sheetReader.recent(daysBeforeNewest: request.checkedDays)
        try await write(selections, isReplaying, to: response)
    }

    /// Streams the sheets of past days, ordered by source and day; one message without any when none of the days has a
    /// sheet.
    ///
    /// - Throws: `ServiceError` for ranges that cannot be, and `DATA_NOT_READY` when nothing at all is held.
    package func sheets(
        request: HistoryV1SheetsRequest, response: RPCWriter<HistoryV1SheetBatch>, context: ServerContext
    ) async throws {
        let isReplaying = isReplaying()
        let selections = try sheetReader.sheets(in: request.checkedRanges)
        try await write(selections, isReplaying, to: response)
    }

    /// Between which days there are quotes, ordered by source and currency.
    ///
    /// - Throws: `DATA_NOT_READY` when nothing at all is held.
    package func coverage(
        request: HistoryV1CoverageRequest, context: ServerContext
    ) async throws -> HistoryV1CoverageReply {
        var reply = HistoryV1CoverageReply()
        reply.coverage = try sheetReader.coverage().map { source, currency, days in
            var coverage = HistoryV1Coverage()
            coverage.source = source.description
            coverage.currency = currency.description
            coverage.firstDay = days.lowerBound.number
            coverage.lastDay = days.upperBound.number
            return coverage
        }
        return reply
    }

    /// One batch at a time is in memory, and the next is made when the one before is on its way.
    private func write(
        _ selections: [SheetSelection], _ isReplaying: Bool, to response: RPCWriter<HistoryV1SheetBatch>
    ) async throws {
        var batch = HistoryV1SheetBatch()
        batch.isReplaying = isReplaying
        var isEmpty = true
        for selection in selections {
            for day in selection.days {
                guard let sheet = try selection.book.sheet(on: day) else { continue }
                batch.sheets.append(CommonV1Sheet(sheet))
                guard batch.sheets.count == Self.sheetsPerBatch else { continue }
                try await response.write(batch)
                isEmpty = false
                batch.sheets.removeAll(keepingCapacity: true)
            }
        }
        if isEmpty || !batch.sheets.isEmpty { try await response.write(batch) }
    }
}
