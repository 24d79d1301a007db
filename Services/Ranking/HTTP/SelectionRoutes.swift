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
                details: Self.details,
                parameters: [
                    Self.userID, Self.country, Self.sessionID, Self.referrer, Self.idempotencyKey,
                ],
                answers: .data(
                    SelectionAnswer.schema, "The selection is stored, and survives a crash.", status: .created,
                    example: RankingExamples.selection),
                errors: [.databaseUnavailable],
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
            address: request.clientAddress?.description,
            userAgent: request.header("User-Agent"))
        switch try await desk.record(selection) {
        case .recorded(let id), .repeated(let id):
            return .success(SelectionAnswer(id: id), status: .created)
        case .keyReused:
            throw ServiceError.invalidParameter(
                Self.idempotencyKey.facts.name, provided: idempotencyKey ?? "",
                expected: "a key that no other request was sent with before")
        }
    }

    private static let details = """
        The answer comes after the selection is on the disk. A user counts once per country and day, however often \
        the country is chosen, unless the service is set otherwise; a repetition is stored and answered alike.

        A client that gives each request an `Idempotency-Key` may send it again after a failure: the same key with \
        the same `user_id`, `country_code`, `session_id` and `referrer` is answered with the same `selection_id` and \
        stored once. The same key with others of them is refused (`INVALID_PARAMETER`). Keys are remembered for a \
        day, unless the service is set otherwise.

        Users, sessions, addresses and user agents are kept only as keyed hashes, and of the referrer neither query \
        nor fragment.
        """
}
