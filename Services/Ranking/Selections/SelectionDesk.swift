import Foundation
import SharedDomain

/// Takes selections: gives each its identity and its day, leaves nobody recognisable in it, and waits until it is
/// durable.
struct SelectionDesk: Sendable {
    let writer: SelectionWriter
    let key: PrivacyKey
    let zone: TimeZone
    let time: TimeSource
    /// Makes the identity of a selection of that instant.
    var identify: @Sendable (Instant) -> SelectionID = { instant in
        var generator = SystemRandomNumberGenerator()
        return SelectionID(at: instant, using: &generator)
    }

    /// Records a selection.
    ///
    /// - Throws: `DATABASE_UNAVAILABLE` when it was not stored and may be sent again.
    func record(_ request: SelectionRequest) async throws -> SelectionOutcome {
        try await writer.write(entry(for: request))
    }

    private func entry(for request: SelectionRequest) -> SelectionEntry {
        let now = time.now()
        let referrer = request.referrer.flatMap { Referrer($0) }
        let selection = Selection(
            id: identify(now),
            user: key.digest(.user, request.userID),
            country: request.country,
            day: Day(of: now, in: zone),
            selectedAt: now,
            session: request.sessionID.map { key.digest(.session, $0) },
            referrer: referrer,
            address: request.address.map { key.digest(.address, $0) },
            userAgent: request.userAgent.map { key.digest(.userAgent, $0) })
        let claim = request.idempotencyKey.map { text in
            IdempotencyClaim(
                key: key.digest(.idempotencyKey, text), request: key.digest(.request, request.canonicalText))
        }
        return SelectionEntry(selection: selection, claim: claim)
    }
}

extension SelectionRequest {
    /// What makes two requests the same, in a form that no two different ones share: each part after its length. Where
    /// the client is and what it runs is not part of it: a retry may come over another network.
    fileprivate var canonicalText: String {
        [userID, country.description, sessionID, referrer]
            .map { part in part.map { "\($0.utf8.count):\($0)" } ?? "-" }
            .joined(separator: ",")
    }
}
