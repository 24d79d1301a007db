import SharedDomain
import SharedHTTP
import SharedResilience

/// What the circuit breaker before each source does, by the source's name: `{"ecb":"closed"}`.
struct BreakerStates: JSONRepresentable, Sendable {
    /// A source, and `closed`, `open` or `half_open`.
    let states: [(source: SourceID, state: String)]

    /// How the breakers of these sources stand now; a source that is not asked over the network has none.
    init(of sources: [any Source]) async {
        var states: [(source: SourceID, state: String)] = []
        for source in sources {
            if let state = await source.breakerState { states.append((source.id, state.name)) }
        }
        self.states = states
    }

    func write(into writer: inout JSONWriter) {
        writer.object { all in
            for (source, state) in states { all.member("\(source)", state) }
        }
    }
}
