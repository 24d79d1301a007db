/// How log lines look.
package enum LogFormat: String, Sendable, CaseIterable {
    /// For a person: time, level, service, message, `key=value`.
    case text
    /// For a program: one JSON object a line.
    case json
}
