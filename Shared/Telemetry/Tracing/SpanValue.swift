/// The value of a span's attribute.
package enum SpanValue: Sendable, Hashable {
    /// A text; what is longer than `SpanLimits.valueBytes` is cut.
    case string(String)
    /// A whole number.
    case int(Int)
    /// A number.
    case double(Double)
    /// A claim.
    case bool(Bool)
}

extension SpanValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral
{
    /// A text.
    package init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    package init(integerLiteral value: Int) { self = .int(value) }
    /// A number.
    package init(floatLiteral value: Double) { self = .double(value) }
    /// A claim.
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}

/// What bounds a span.
package enum SpanLimits {
    /// The most attributes of a span; later ones are counted only.
    package static let attributes = 32
    /// The most bytes of a text: a name, a value, a message.
    package static let valueBytes = 256

    /// The text, cut where it is too long.
    static func shortened(_ text: String) -> String {
        guard text.utf8.count > valueBytes else { return text }
        var bounded = BoundedText(limit: valueBytes)
        bounded.append(escaping: text) { _ in nil }
        return bounded.text
    }
}
