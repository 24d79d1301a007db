package import SharedDomain

/// The parameters that many endpoints share, so that they are the same everywhere.
package enum CommonParameter {
    /// Significant digits of a rate: 4 to 12, 10 by default.
    package static let precision = Parameter(
        "precision", .integer(4...12), default: 10, summary: "Significant digits of every rate.")

    /// How rates and amounts are written. A route that declares it has nothing else to do.
    package static let numbers = Parameter(
        "numbers", .choice(), default: NumberStyle.number,
        summary: "Whether rates and amounts are JSON numbers, or decimal strings that keep every digit.")

    /// The language of names. A route that declares it asks `EdgeRequest.language`, which knows the header too.
    package static let language = Parameter(
        optional: "lang", .choice(Language.self),
        summary: "The language of names; otherwise Accept-Language says, otherwise Korean.")
}
