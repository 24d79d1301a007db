import HTTPTypes
import SharedDomain
import SharedTelemetry

/// Answers a versioned question with as little work as its version allows: not at all, from what is kept, or anew.
struct AnswerKeeper: Sendable {
    /// What there is to send.
    enum Outcome: Sendable {
        /// What the client holds is still right: the entity tag of that.
        case notModified(entityTag: String, AnswerVersion)
        /// An answer that may be kept, by others too.
        case kept(AnswerForm, AnswerVersion)
        /// An answer that clients may keep, with its entity tag among its headers, but that is made while it is sent.
        case streamed(RenderedAnswer, AnswerVersion)
        /// An answer that may not be kept.
        case passing(RenderedAnswer)
    }

    /// One question, and what the client holds and takes.
    struct Asked: Sendable {
        let question: Question
        let route: CompiledRoute
        let accept: AcceptEncoding
        /// What the client holds, in the words of `If-None-Match`; nil for nothing.
        let held: IfNoneMatch?
    }

    let bodies: BodyCache
    let flights = Flights()
    let validators: CacheCounters
    /// Names the software that makes the bytes: another release may write the same data in another way.
    let software: String
    /// What every answer says, added before it is kept.
    let headers: CommonHeaders

    /// The answer of a handler that waits, which others that ask the same meanwhile share.
    ///
    /// - Parameters:
    ///   - version: The version that an answer would have now.
    ///   - make: Makes the answer, stamped with that time; nil for the time now.
    func answer(
        to asked: Asked, version: () throws -> AnswerVersion?,
        make: (_ asOf: Instant?) async throws -> RenderedAnswer
    ) async throws -> Outcome {
        let expected = try version()
        let flight = asked.question.text + " " + (expected?.tag ?? "")
        guard try await flights.board(flight) == .follower else {
            defer { flights.land(flight) }
            return try keepAndSend(try await make(expected?.asOf), asked, expected, version)
        }
        // The version may be known only since the leader's handler ran.
        let landed = try version()
        if let landed, let kept = bodies.find(asked.question, version: landed.tag) {
            return try send(kept, landed, asked)
        }
        return try keepAndSend(try await make(landed?.asOf), asked, landed, version)
    }

    /// What can be said of a version without the handler.
    func known(_ asked: Asked, _ version: AnswerVersion) throws -> Outcome? {
        if case .tags(let held) = asked.held {
            let tag = EntityTag(software: software, question: asked.question, version: version.tag)
            let right = asked.accept.heldTag(of: tag, among: held)
            validators.count(isHit: right != nil)
            if let right { return .notModified(entityTag: right, version) }
        }
        return try bodies.find(asked.question, version: version.tag).map { try send($0, version, asked) }
    }

    /// Keeps an answer that was just made, if it may be kept.
    ///
    /// - Parameters:
    ///   - expected: The version that was known before the handler ran.
    ///   - version: The version that an answer would have now.
    func keepAndSend(
        _ answer: RenderedAnswer, _ asked: Asked, _ expected: AnswerVersion?, _ version: () throws -> AnswerVersion?
    ) throws -> Outcome {
        guard answer.stream == nil else { return streamed(answer, asked) }
        guard answer.status == .ok,
            let version = try answer.version ?? unchanged(expected, version)
        else {
            return .passing(answer)
        }
        let tag = EntityTag(software: software, question: asked.question, version: version.tag)
        let kept = KeptAnswer(answer.with(headers), version: version.tag, entityTag: tag)
        bodies.keep(kept, asked.question, route: asked.route.route.path, asOf: version.asOf)
        return try send(kept, version, asked)
    }

    /// What there is to send of an answer that is made while it is sent. Nothing of it is kept here; a client may keep it
    /// where the handler has said of which version it will be.
    private func streamed(_ answer: RenderedAnswer, _ asked: Asked) -> Outcome {
        guard answer.status == .ok, let version = answer.version else { return .passing(answer) }
        let tag = EntityTag(software: software, question: asked.question, version: version.tag)
        let coding = answer.coding(for: asked.accept)
        switch asked.held {
        case .tags(let held):
            // A version that was known only after the handler ran.
            if let right = asked.accept.heldTag(of: tag, among: held) {
                return .notModified(entityTag: right, version)
            }
        case .anything:
            return .notModified(entityTag: tag.text(coding), version)
        case nil:
            break
        }
        var tagged = answer
        tagged.headers[.eTag] = tag.text(coding)
        return .streamed(tagged, version)
    }

    /// The version that was known before the handler ran, if it still is: where the data changed while the handler read
    /// it, nobody can say of which version the answer is.
    private func unchanged(
        _ expected: AnswerVersion?, _ version: () throws -> AnswerVersion?
    ) throws -> AnswerVersion? {
        guard let expected, try version()?.tag == expected.tag else { return nil }
        return expected
    }

    private func send(_ kept: KeptAnswer, _ version: AnswerVersion, _ asked: Asked) throws -> Outcome {
        switch asked.held {
        case .tags(let held):
            // A version that was known only after the handler ran.
            if let right = asked.accept.heldTag(of: kept.entityTag, among: held) {
                return .notModified(entityTag: right, version)
            }
        case .anything:
            return .notModified(entityTag: kept.entityTag.text(try form(of: kept, asked).coding), version)
        case nil:
            break
        }
        return .kept(try form(of: kept, asked), version)
    }

    private func form(of kept: KeptAnswer, _ asked: Asked) throws -> AnswerForm {
        let (form, added) = try kept.form(for: asked.accept)
        bodies.added(added, to: kept, asked.question)
        return form
    }
}

extension AcceptEncoding {
    /// The tag among those a client holds that an answer has in a coding that the client takes.
    fileprivate func heldTag(of tag: EntityTag, among held: [Substring]) -> String? {
        ContentCoding.allCases.lazy.filter(accepts).map(tag.text).first { text in held.contains { $0 == text } }
    }
}
