import Foundation

/// How some durations are spread.
struct Spread: CustomStringConvertible {
    private let sorted: [Duration]

    init(_ durations: [Duration]) {
        sorted = durations.sorted()
    }

    /// `p50 12.3 ms, p99 45.6 ms, max 50.1 ms`.
    var description: String { "p50 \(text(0.5)), p99 \(text(0.99)), max \(text(1))" }

    /// The least one that so large a part is not above.
    private func text(_ part: Double) -> String {
        guard !sorted.isEmpty else { return "none" }
        let rank = Int((Double(sorted.count) * part).rounded(.up))
        let (seconds, attoseconds) = sorted[max(0, rank - 1)].components
        return String(format: "%.1f ms", Double(seconds) * 1000 + Double(attoseconds) / 1e15)
    }
}
