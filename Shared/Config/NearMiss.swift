/// Finds what someone probably meant.
enum NearMiss {
    /// The name closest to `text`, if it is at most three typing errors and a third of its length away; of several the
    /// first in alphabetical order.
    static func of(_ text: String, among names: Set<String>) -> String? {
        let limit = min(3, text.count / 3)
        let candidates = names.filter { abs($0.count - text.count) <= limit }.sorted()
        return candidates.map { (name: $0, distance: distance(text, $0)) }
            .filter { $0.distance <= limit }
            .min { $0.distance < $1.distance }?.name
    }

    /// The Levenshtein distance: insertions, deletions and substitutions, by the two-row method of Wagner and Fischer
    /// (1974).
    static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var previous = Array(0...right.count)
        for (row, character) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let substitution = previous[column] + (character == other ? 0 : 1)
                current.append(min(substitution, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}
