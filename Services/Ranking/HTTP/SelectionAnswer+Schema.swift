import SharedHTTP

/// What `SelectionAnswer` writes.
extension SelectionAnswer {
    static let schema = ValueSchema.object(
        named: "Selection",
        [
            "selection_id": .string(
                "The identity of the selection: 26 characters of Crockford's base 32, which sort by time (ULID).",
                pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"),
            "message": .string("One sentence for a person."),
        ])
}
