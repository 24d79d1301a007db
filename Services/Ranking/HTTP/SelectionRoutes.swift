import SharedDomain
import SharedHTTP

/// Where clients say which destination someone chose.
struct SelectionRoutes: Sendable {
    let desk: SelectionDesk

    private static let userID = Parameter(
        required: "user_id", in: .body, .text(1...100), summary: "Who chose; kept only as a keyed hash.")
    private static let country = Parameter(
        required: "country_code", in: .body, .country, summary: "The country that was chosen.")
    private static let sessionID = Parameter(
        optional: "session_id", in: .body, .text(1...100), summary: "The session; kept only as a keyed hash.")
    // Browsers send an empty one where there is none.
    private static let referrer = Parameter(
        optional: "referrer", in: .body, .text(0...2048),
        summary: "The page the choice was made on; its query and fragment are not kept.")
    private static let idempotencyKey = Parameter(
        optional: "Idempotency-Key", in: .header, .printableASCII(1...128),
        summary: "A name for this request: sent again with the same name it is answered alike and counted once.")

    var routes: [Route] {
        [
            Route(
                .post, "/api/v1/rankings/selections",
                summary: "Record that someone chose a destination; answered when it is durable.",
                parameters: [
                    Self.userID, Self.country, Self.sessionID, Self.referrer, Self.idempotencyKey,
                ],
                handler: record)
        ]
    }

    private func record(_ request: EdgeRequest) async throws -> EdgeReply {
        let idempotencyKey = try request[Self.idempotencyKey]
        let selection = SelectionRequest(
            userID: try request[Self.userID],
            country: try request[Self.country],
            sessionID: try request[Self.sessionID],
            referrer: try request[Self.referrer],
            idempotencyKey: idempotencyKey,
            address: request.peerAddress,
            userAgent: request.header("User-Agent"))
        switch try await desk.record(selection) {
        case .recorded(let id):
            return .success(SelectionAnswer(id: id), status: .created)
        case .keyReused:
            throw ServiceError.invalidParameter(
                Self.idempotencyKey.facts.name, provided: idempotencyKey ?? "",
                expected: "a key that no other request was sent with before")
        }
    }
}
