/// What became of what a source published. The first three count sheets or editions, `refused` single figures.
struct Counts: Sendable, Hashable {
    /// Of a day, or a publication of it, that was not held.
    var accepted = 0
    /// The same as what is held.
    var duplicate = 0
    /// Different from what was held, and now in its place.
    var corrected = 0
    /// Figures not taken, each counted in the first run that meets it.
    var refused = 0

    /// Whether anything is different now.
    var changedAnything: Bool { accepted + corrected + refused > 0 }

    static func += (sum: inout Counts, more: Counts) {
        sum.accepted += more.accepted
        sum.duplicate += more.duplicate
        sum.corrected += more.corrected
        sum.refused += more.refused
    }
}
