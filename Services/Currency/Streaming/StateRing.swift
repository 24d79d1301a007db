/// The last states of the rates, each with a number, ascending without a gap.
struct StateRing: Sendable {
    private struct Entry {
        let state: RateState
        /// From the state before; nil for the first of all.
        let step: RateStep?
    }

    private let capacity: Int
    private var entries: [Entry] = []
    private var firstNumber = 0

    /// A ring of at most so many states.
    init(capacity: Int) {
        self.capacity = capacity
    }

    /// The state that holds now; nil before the first.
    var newest: RateState? { entries.last?.state }

    /// The number of the newest state; -1 before the first.
    var newestNumber: Int { firstNumber + entries.count - 1 }

    /// Adds a state after the newest. The oldest is dropped where there are too many.
    mutating func append(_ state: RateState) {
        let step = newest.map { RateStep(from: $0, to: state) }
        entries.append(Entry(state: state, step: step))
        guard entries.count > capacity else { return }
        entries.removeFirst()
        firstNumber += 1
    }

    /// The step that follows the state of that number; nil where that is the newest, or dropped too long ago.
    func step(after number: Int) -> RateStep? {
        let index = number + 1 - firstNumber
        return entries.indices.contains(index) ? entries[index].step : nil
    }

    /// Whether the steps after the state of that number are still there.
    func canFollow(_ number: Int) -> Bool { number + 1 >= firstNumber }

    /// The number of the state with that name; of the last one, where the rates came back to what they were.
    func number(of id: String) -> Int? {
        entries.lastIndex { $0.state.id == id }.map { firstNumber + $0 }
    }
}
