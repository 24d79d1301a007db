import GRPCCore
import SharedContracts
import SharedDomain
import SharedRPC

/// The sheets of the history service, over gRPC.
struct HistorySheetArchive: SheetArchive {
    /// How long an answer may take while a request waits for it, tries included.
    static let timeout = Duration.seconds(1)
    /// How long it may take while nobody waits, that for the connection included.
    static let patientTimeout = Duration.seconds(10)
    /// The most sheets of one answer: of 100 days, and two weeks before each, from eight sources.
    static let mostSheets = 100 * (RecentSheets.lookBackDays + 1) * 8

    /// How the peer must be set up.
    static let methods = [
        MethodPolicy(HistoryV1RateHistory.Method.RecentSheets.descriptor, timeout: timeout, isIdempotentRead: true),
        MethodPolicy(HistoryV1RateHistory.Method.Sheets.descriptor, timeout: timeout, isIdempotentRead: true),
        MethodPolicy(HistoryV1RateHistory.Method.Coverage.descriptor, timeout: timeout, isIdempotentRead: true),
    ]

    let peer: RPCPeer
    /// Whether it is worth waiting for history, as nobody waits for the answer.
    var isPatient = false

    func recentSheets(daysBeforeNewest: Int) async throws -> ArchivedSheets {
        var request = HistoryV1RecentSheetsRequest()
        request.daysBeforeNewest = UInt32(clamping: daysBeforeNewest)
        return try await translated {
            try await client.recentSheets(request, options: options) { try await Self.sheets(of: $0) }
        }
    }

    func sheets(in ranges: [ClosedRange<Day>]) async throws -> ArchivedSheets {
        var request = HistoryV1SheetsRequest()
        request.ranges = ranges.map { range in
            var message = HistoryV1DayRange()
            (message.first, message.last) = (range.lowerBound.number, range.upperBound.number)
            return message
        }
        return try await translated {
            try await client.sheets(request, options: options) { try await Self.sheets(of: $0) }
        }
    }

    /// Between which days history has quotes.
    /// - Throws: `ServiceError` when it does not answer in time.
    func coverage() async throws -> SourceCoverage {
        let reply = try await translated {
            try await client.coverage(HistoryV1CoverageRequest(), options: options)
        }
        var coverage = SourceCoverage()
        for row in reply.coverage {
            let (first, last) = (try Day(message: row.firstDay), try Day(message: row.lastDay))
            guard first <= last else {
                throw ServiceError.invalidParameter(
                    "coverage", provided: "\(first) to \(last)", expected: "a first day that is not after the last")
            }
            coverage.add(try SourceID(message: row.source), try CurrencyCode(message: row.currency), first...last)
        }
        return coverage
    }

    private var client: HistoryV1RateHistory.Client<RPCPeer.Transport> { .init(wrapping: peer.client) }

    private var options: CallOptions {
        var options = CallOptions.defaults
        if isPatient {
            options.timeout = Self.patientTimeout
            options.waitForReady = true
        }
        return options
    }

    /// Every message says whether history is replaying its log. One of a version that does not say so sends none where
    /// it has no sheets, which proves nothing.
    private static func sheets(
        of response: StreamingClientResponse<HistoryV1SheetBatch>
    ) async throws -> ArchivedSheets {
        var sheets: [Sheet] = []
        var isReplaying: Bool?
        for try await batch in response.messages {
            guard sheets.count + batch.sheets.count <= mostSheets else {
                throw ServiceError(.externalAPIError, "history gave more than \(mostSheets) sheets")
            }
            sheets += try batch.sheets.map(Sheet.init)
            isReplaying = batch.isReplaying || isReplaying == true
        }
        return ArchivedSheets(sheets: sheets, isReplaying: isReplaying ?? true)
    }

    private func translated<Answer: Sendable>(_ call: () async throws -> Answer) async throws -> Answer {
        do {
            return try await call()
        } catch let error as RPCError {
            throw ServiceError(error, from: peer.name)
        }
    }
}
