import GRPCCore

/// The parts of an answer as they come; the status, which is the last of them, ends the call.
struct ObservedParts<Bytes: GRPCContiguousBytes & Sendable>: AsyncSequence, Sendable {
    typealias Part = RPCResponsePart<Bytes>

    let base: RPCAsyncSequence<Part, any Error>
    let call: RPCCall

    func makeAsyncIterator() -> Iterator { Iterator(base: base.makeAsyncIterator(), call: call) }

    struct Iterator: AsyncIteratorProtocol {
        var base: RPCAsyncSequence<Part, any Error>.AsyncIterator
        let call: RPCCall

        mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Part? {
            do {
                let part = try await base.next(isolation: actor)
                if case .status(let status, _)? = part { call.end(status.code) }
                return part
            } catch {
                // A call that was given up is noted by whoever gave it up, and knows why.
                if !Task.isCancelled { call.end(Status.Code(of: error)) }
                throw error
            }
        }

        mutating func next() async throws(any Error) -> Part? { try await next(isolation: nil) }
    }
}
