import Foundation
import SharedDomain
import SharedMessaging
import SharedTesting
import Synchronization

@testable import IngestorService

/// A short history in the shape of the shipped file: one currency, consecutive TARGET-like days, newest first.
enum ShortHistory {
    /// `count` days up to and with `last`, USD at 1.0001, 1.0002, … from the oldest on.
    static func csv(days count: Int, upTo last: Day) -> String {
        let rows = (0..<count).map { back in
            "\(last.adding(days: -back)),1.\(String(10_000 + count - back).dropFirst()),N/A,"
        }
        return "Date,USD,JPY,\n" + rows.joined(separator: "\n") + "\n"
    }
}

/// What a fault point throws in place of a crash.
struct Crash: Error {}

/// Makes one fault point fail, once, the n-th time it is reached.
final class FaultPlan: Sendable {
    private let point: FaultPoint
    private let left: Mutex<Int>

    init(_ point: FaultPoint, occurrence: Int) {
        self.point = point
        left = Mutex(occurrence)
    }

    var injector: FaultInjector {
        { point in
            guard point == self.point else { return }
            let crashes = self.left.withLock { left in
                left -= 1
                return left == 0
            }
            if crashes { throw Crash() }
        }
    }
}

extension PublishedSheet {
    /// A sheet of the ECB's with these rates.
    static func ecb(_ day: String, _ rates: (String, String)...) throws -> PublishedSheet {
        PublishedSheet(
            day: try .of(day), pivot: .eur,
            quotes: rates.map { PublishedQuote(currency: $0, price: $1, direction: .perPivot) })
    }
}

extension Rig {
    /// Takes sheets in as a source sends them, in a run of their own.
    @discardableResult
    func take(
        _ sheets: PublishedSheet..., from source: SourceID = .ecb, origin: Payload.Origin = .live
    ) async throws -> Intake.Outcome {
        let run = try await store.beginRun(.single, at: time.now)
        return try await intake.take(
            sheets.map { .sheet($0) },
            from: Intake.Provenance(source: source, calendar: .ecb, origin: origin, run: run))
    }
}
