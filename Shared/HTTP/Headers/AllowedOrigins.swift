/// Which pages in browsers may read the answers.
package enum AllowedOrigins: Sendable, Hashable {
    /// Only pages that come from the same place as the answers: nothing is said.
    case none
    /// Every page there is.
    case any
    /// Pages of these origins, each as a browser writes it in `Origin` (RFC 6454, section 6.2).
    case only(Set<String>)

    /// The origins of a list that has been checked: an empty one is none, one that holds `*` is any.
    package init(_ list: [String]) {
        self = list.contains("*") ? .any : list.isEmpty ? .none : .only(Set(list))
    }
}
