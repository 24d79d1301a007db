/// What a key or a token may do. No scope includes another: a key for everything has all three.
package enum Scope: String, Sendable, CaseIterable {
    /// Ask.
    case read
    /// Change data: selections, erasures of one's own.
    case write
    /// Operate the service.
    case admin
}
