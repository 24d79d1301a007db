import SharedHTTP

/// The data of an acknowledged selection: the same for a request and its repetitions.
struct SelectionAnswer: JSONRepresentable, Sendable {
    let id: SelectionID

    func write(into writer: inout JSONWriter) {
        writer.object { object in
            object.member("selection_id", id.description)
            object.member("message", "The selection was recorded.")
        }
    }
}
