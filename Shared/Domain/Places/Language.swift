/// The languages that names are given in.
package enum Language: String, Sendable, CaseIterable {
    /// Korean.
    case ko
    /// English.
    case en
}
