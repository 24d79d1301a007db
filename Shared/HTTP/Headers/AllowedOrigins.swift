package import SharedDomain

/// Which pages in browsers may read the answers.
package enum AllowedOrigins: Sendable, Hashable {
    /// Only pages that come from the same place as the answers: nothing is said.
    case none
    /// Every page there is.
    case any
    /// These.
    case only(Set<WebOrigin>)
}
