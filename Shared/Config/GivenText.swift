/// A text that someone gave for a setting, and where.
struct GivenText: Sendable {
    enum Origin: Sendable {
        case environment
        case settingsFile(path: String, line: Int)
        case secretFile(path: String)
    }

    let text: String
    let origin: Origin
}

extension GivenText.Origin {
    /// For a message, between the variable's name and what is wrong; the environment goes without saying.
    var note: String {
        switch self {
        case .environment: ""
        case .settingsFile(let path, let line): "(line \(line) of \(path)) "
        case .secretFile(let path): "(from \(path)) "
        }
    }
}
