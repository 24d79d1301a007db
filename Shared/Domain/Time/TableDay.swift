/// A field of a table that is a day, or `-` for none.
struct TableDay {
    let day: Day?

    /// Nil when the field is neither.
    init?(_ field: Substring) {
        day = Day(field)
        if day == nil, field != "-" { return nil }
    }
}
