/// Names a set of rows in 128 bits: the sum of the marks of its rows, so that neither the order in which they came nor
/// a restart makes a difference, and a row more costs one addition.
///
/// (Bellare and Micciancio, "A New Paradigm for Collision-Free Hashing", 1997: the sum of hashes is a hash of the set.
/// Theirs withstands someone who chooses the rows; this one need not: the rows are what central banks publish.)
struct ContentMark: Sendable, Hashable {
    private var sum: UInt128 = 0

    /// The mark of no rows.
    init() {}

    /// Adds one row by its mark; see `RowMarker`.
    mutating func add(_ row: UInt128) { sum &+= row }

    /// Adds the rows of another set; none may be in both.
    mutating func add(_ other: ContentMark) { sum &+= other.sum }

    /// Takes one row out again by its mark.
    mutating func remove(_ row: UInt128) { sum &-= row }

    /// Takes the rows of another set out again; all must be in this one.
    mutating func remove(_ other: ContentMark) { sum &-= other.sum }

    /// 32 hexadecimal digits.
    var text: String {
        let digits = String(sum, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}
