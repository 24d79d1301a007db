import SharedDomain
import SharedTelemetry
import Synchronization

/// A target that was asked before: its route and its values need not be worked out again.
final class KnownTarget: Sendable {
    let route: CompiledRoute
    let values: DecodedValues
    let numbers: NumberStyle

    private let questions: [Question]

    init(_ route: CompiledRoute, _ values: DecodedValues) {
        self.route = route
        self.values = values
        numbers = values.find(CommonParameter.numbers) ?? .number
        questions =
            route.isVersioned
            ? Language.allCases.map { Question(route, values, route.dependsOnLanguage ? $0 : nil) } : []
    }

    /// The question of a versioned route in a language.
    func question(in language: Language) -> Question? {
        zip(Language.allCases, questions).first { $0.0 == language }?.1
    }
}

/// The targets of GET requests that were asked before, as they were written. Bounded in number and length.
///
/// New ones go into a young generation. When that is full it becomes the old one, and what was old and not asked again
/// since is forgotten: a flood of new targets costs at most everything that is remembered, never more memory.
final class TargetMemory: Sendable {
    private struct State {
        var young: [String: KnownTarget] = [:]
        var old: [String: KnownTarget] = [:]
    }

    private let settings: CacheSettings
    private let requests: CacheCounters
    private let state = Mutex(State())

    init(settings: CacheSettings, metrics: MetricsRegistry) {
        self.settings = settings
        requests = CacheCounters(layer: "target", metrics)
    }

    /// What is known of a target.
    func find(_ target: String) -> KnownTarget? {
        let found = state.withLock { state -> KnownTarget? in
            if let known = state.young[target] { return known }
            guard let known = state.old[target] else { return nil }
            insert(known, target, &state)
            return known
        }
        requests.count(isHit: found != nil)
        return found
    }

    /// Remembers a target that was decoded without fault.
    func keep(_ known: KnownTarget, _ target: String) {
        guard target.utf8.count <= settings.longestTarget else { return }
        state.withLock { insert(known, target, &$0) }
    }

    /// How many targets are remembered.
    var count: Int { state.withLock { $0.young.count + $0.old.count } }

    private func insert(_ known: KnownTarget, _ target: String, _ state: inout State) {
        let room = settings.maximumTargets / 2
        guard room > 0 else { return }
        if state.young.count >= room { (state.old, state.young) = (state.young, [:]) }
        state.young[target] = known
    }
}
