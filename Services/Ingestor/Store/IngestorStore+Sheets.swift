import Foundation
import GRDB
import SharedDatabase
import SharedDomain

extension IngestorStore {
    /// A sheet that was accepted before.
    struct HeldSheet: Sendable {
        let content: SheetContent
        let origin: Payload.Origin
        let recordedAt: Instant
    }

    static let heldSheetsSQL = """
        SELECT day, publication, quotes, origin, recorded_at FROM accepted_sheet
        WHERE source = ? AND day BETWEEN ? AND ?
        """
    static let recentSheetsSQL = """
        SELECT quotes FROM accepted_sheet WHERE source = ? AND (day, publication) < (?, ?)
        ORDER BY day DESC, publication DESC LIMIT ?
        """
    static let newestDaySQL = "SELECT max(day) FROM accepted_sheet WHERE source = ?"
    static let openJumpSQL = """
        SELECT min(day) FROM refusal WHERE source = ? AND day >= ? AND rule = 'jump' AND confirmed_at IS NULL
        """

    static let recentDaysSQL = "SELECT DISTINCT day FROM accepted_sheet WHERE source = ? AND day >= ?"

    /// What is held of a source's rates before it is asked.
    func holdings(of source: SourceID, openSince oldest: Day) async throws -> SourceHoldings {
        try await store.read { db in
            let newest = try Int32.fetchOne(
                db, SQLRequest(sql: Self.newestDaySQL, arguments: [source.description], cached: true))
            let jump = try Int32.fetchOne(
                db, SQLRequest(sql: Self.openJumpSQL, arguments: [source.description, oldest.number], cached: true))
            let recent = try Int32.fetchAll(
                db, SQLRequest(sql: Self.recentDaysSQL, arguments: [source.description, oldest.number], cached: true))
            return SourceHoldings(
                newestDay: newest.map { Day(number: $0) }, recentDays: Set(recent.map { Day(number: $0) }),
                oldestOpenJump: jump.map { Day(number: $0) })
        }
    }

    /// How much is held of rates, over all sources.
    func coverage() async throws -> Coverage {
        try await store.read { db in try Self.coverage(in: db) }
    }

    static func coverage(in db: Database) throws -> Coverage {
        let row = try Row.fetchOne(
            db, SQLRequest(sql: "SELECT count(DISTINCT day), max(day) FROM accepted_sheet", cached: true))
        let newest: Int32? = row?[1]
        return Coverage(days: row?[0] ?? 0, newestDay: newest.map { Day(number: $0) })
    }

    /// The sheets of a source that are held within a range of days.
    static func heldSheets(
        of source: SourceID, in days: ClosedRange<Day>, _ db: Database
    ) throws -> [SheetPlace: HeldSheet] {
        let rows = try Row.fetchAll(
            db,
            SQLRequest(
                sql: heldSheetsSQL,
                arguments: [source.description, days.lowerBound.number, days.upperBound.number], cached: true))
        var held: [SheetPlace: HeldSheet] = [:]
        for row in rows {
            held[SheetPlace(day: Day(number: row[0]), publication: row[1])] = HeldSheet(
                content: SheetContent(bytes: row[2]), origin: try Payload.Origin(stored: row[3]),
                recordedAt: Instant(milliseconds: row[4]))
        }
        return held
    }

    /// The accepted quotes of the last publications before one.
    static func recentQuotes(of source: SourceID, before place: SheetPlace, in db: Database) throws -> RecentQuotes {
        let newestFirst = try Data.fetchAll(
            db,
            SQLRequest(
                sql: recentSheetsSQL,
                arguments: [source.description, place.day.number, place.publication, JumpRule.lookBack], cached: true))
        var recent = RecentQuotes()
        for content in newestFirst.reversed() { recent.add(try SheetContent(bytes: content).quotes().values) }
        return recent
    }

    /// Notes a sheet as accepted, in place of the one held for that place.
    static func accept(_ sheet: HeldSheet, of source: SourceID, at place: SheetPlace, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO accepted_sheet (source, day, publication, content_hash, quotes, origin, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source, day, publication) DO UPDATE
                SET content_hash = excluded.content_hash, quotes = excluded.quotes, origin = excluded.origin,
                    recorded_at = excluded.recorded_at
                """
        ).execute(arguments: [
            source.description, place.day.number, place.publication, sheet.content.hash, sheet.content.bytes,
            sheet.origin.rawValue, sheet.recordedAt.milliseconds,
        ])
    }
}

extension Payload.Origin {
    /// From the store.
    init(stored text: String) throws {
        guard let origin = Payload.Origin(rawValue: text) else {
            throw ServiceError(.databaseUnavailable, "the store has an origin that this version does not know")
        }
        self = origin
    }
}
