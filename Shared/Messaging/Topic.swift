/// What an event is about; a subscriber names the topics it wants.
package struct Topic: RawRepresentable, Sendable, Hashable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// One event a sheet: everything one source published for one day.
    package static let sheets = Topic(rawValue: "rates.sheets")
    /// One event an edition of a price survey.
    package static let prices = Topic(rawValue: "prices.editions")

    /// Every topic there is.
    package static let all = [sheets, prices]
}
