import SharedDomain
import SharedTesting
import Synchronization

@testable import SharedHTTP

/// Data with versions, and the routes that answer it.
final class VersionedData: Sendable {
    private struct State {
        var version = 1
        var answered = 0
        var fails = false
        var hasVersion = true
        var changesWhileRead = false
        var saysVersion = false
    }

    static let number = Parameter("n", .integer(1...9), default: 1, summary: "Which.")

    private let state = Mutex(State())
    private let padding: Int

    init(padding: Int = 0) {
        self.padding = padding
    }

    /// How often a handler answered.
    var answered: Int { state.withLock(\.answered) }

    var fails: Bool {
        get { state.withLock(\.fails) }
        set { state.withLock { $0.fails = newValue } }
    }

    var hasVersion: Bool {
        get { state.withLock(\.hasVersion) }
        set { state.withLock { $0.hasVersion = newValue } }
    }

    var changesWhileRead: Bool {
        get { state.withLock(\.changesWhileRead) }
        set { state.withLock { $0.changesWhileRead = newValue } }
    }

    /// Whether replies say what they were made from.
    var saysVersion: Bool {
        get { state.withLock(\.saysVersion) }
        set { state.withLock { $0.saysVersion = newValue } }
    }

    func change() {
        state.withLock { $0.version += 1 }
    }

    var route: Route {
        Route(
            .get, "/data", summary: "Data.", parameters: [Self.number], caching: .versioned { _ in self.version },
            immediate: { request in try self.answer([("n", try request[Self.number])]) })
    }

    var named: Route {
        Route(
            .get, "/named", summary: "Data with names.", parameters: [CommonParameter.language],
            caching: .versioned { _ in self.version },
            handler: { request in try self.answer([("language", request.language.rawValue)]) })
    }

    private var version: AnswerVersion? {
        state.withLock { state in
            state.hasVersion ? Self.version(state.version) : nil
        }
    }

    private static func version(_ number: Int) -> AnswerVersion {
        AnswerVersion(
            tag: "v\(number)", asOf: HandMovedTime.defaultStart,
            freshUntil: HandMovedTime.defaultStart.advanced(by: .seconds(60)))
    }

    private func answer(_ members: [(String, any JSONRepresentable & Sendable)]) throws -> EdgeReply {
        let state = state.withLock { state in
            state.answered += 1
            if state.changesWhileRead { state.version += 1 }
            return state
        }
        if state.fails { throw ServiceError.notFound("There is no such data.") }
        let padding = String(repeating: "x", count: padding)
        let reply = EdgeReply.success(Echo(members + [("version", state.version), ("padding", padding)]))
        return state.saysVersion ? reply.of(Self.version(state.version)) : reply
    }
}
