/// Schemas of single values, to be written beside the code that writes the value. Each takes what a reader should
/// know: what it is, and its unit.
extension ValueSchema {
    /// Any text.
    package static func string(_ description: String = "") -> ValueSchema {
        ValueSchema(kind: .string, description: description)
    }

    /// A text that a regular expression (ECMA-262, `^…$`) matches.
    package static func string(_ description: String = "", pattern: String) -> ValueSchema {
        ValueSchema(kind: .string, pattern: pattern, description: description)
    }

    /// One of those texts.
    package static func oneOf(_ values: [String], _ description: String = "") -> ValueSchema {
        ValueSchema(kind: .string, allowed: values, description: description)
    }

    /// The raw value of an enumeration.
    package static func oneOf<Choice: RawRepresentable & CaseIterable>(
        _ type: Choice.Type, _ description: String = ""
    ) -> ValueSchema where Choice.RawValue == String {
        .oneOf(type.allCases.map(\.rawValue), description)
    }

    /// A whole number.
    package static func integer(
        _ description: String = "", atLeast minimum: Int? = nil, atMost maximum: Int? = nil
    ) -> ValueSchema {
        ValueSchema(
            kind: .integer, minimum: minimum.map { String($0) }, maximum: maximum.map { String($0) },
            description: description)
    }

    /// A number in binary64, as analytics give: never a string.
    package static func number(
        _ description: String = "", atLeast minimum: Int? = nil, atMost maximum: Int? = nil
    ) -> ValueSchema {
        ValueSchema(
            kind: .number, minimum: minimum.map { String($0) }, maximum: maximum.map { String($0) },
            description: description)
    }

    /// An exact decimal (a rate, an amount): a number, or with `numbers=string` a string of the same digits.
    package static func decimal(_ description: String = "") -> ValueSchema {
        ValueSchema(kind: .decimal, description: description)
    }

    /// `true` or `false`.
    package static func boolean(_ description: String = "") -> ValueSchema {
        ValueSchema(kind: .boolean, description: description)
    }

    /// Always that boolean.
    package static func always(_ value: Bool, _ description: String = "") -> ValueSchema {
        ValueSchema(kind: .boolean, allowed: [value ? "true" : "false"], description: description)
    }

    /// Always `null`.
    package static var null: ValueSchema { ValueSchema(kind: .null) }

    /// A day, `YYYY-MM-DD`.
    package static func day(_ description: String = "") -> ValueSchema {
        ValueSchema(kind: .string, format: "date", description: description)
    }

    /// A moment after RFC 3339, in UTC with `Z`.
    package static func instant(_ description: String = "") -> ValueSchema {
        ValueSchema(kind: .string, format: "date-time", description: description)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    package static func unixSeconds(_ description: String = "") -> ValueSchema {
        ValueSchema(kind: .integer, format: "int64", description: description)
    }

    /// An ISO 4217 code in capitals.
    package static func currencyCode(_ description: String = "") -> ValueSchema {
        .string(description, pattern: "^[A-Z]{3}$")
    }

    /// An ISO 3166-1 alpha-2 code in capitals.
    package static func countryCode(_ description: String = "") -> ValueSchema {
        .string(description, pattern: "^[A-Z]{2}$")
    }
}
