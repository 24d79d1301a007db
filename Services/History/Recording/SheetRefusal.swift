/// Why a sheet can never be taken in.
struct SheetRefusal: Error, CustomStringConvertible {
    /// One sentence for a person.
    let description: String
}
