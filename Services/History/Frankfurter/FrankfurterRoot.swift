import SharedHTTP

/// What there is at the root: which API this is, and where it is described.
struct FrankfurterRoot: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { root in
            root.member("version", "v1")
            root.member("status", "frozen")
            root.member("openapi", "/openapi.json")
            root.member("docs", "/docs")
        }
    }
}
