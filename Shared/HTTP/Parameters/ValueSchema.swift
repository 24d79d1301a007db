/// What a machine can know about a value without knowing our types: the facts that a description of the API needs,
/// in the words of JSON Schema.
package struct ValueSchema: Sendable, Equatable {
    /// The JSON type.
    package enum Kind: String, Sendable {
        case string, integer, number, boolean, array, object
    }

    /// The JSON type.
    package var kind: Kind
    /// A named format, such as `date`.
    package var format: String?
    /// The only values there are, empty when they are not listed.
    package var allowed: [String] = []
    /// The least number.
    package var minimum: String?
    /// The greatest number.
    package var maximum: String?
    /// The least length of a string, or number of elements.
    package var minimumCount: Int?
    /// The greatest length of a string, or number of elements.
    package var maximumCount: Int?
    /// A regular expression (ECMA-262) that the whole text matches.
    package var pattern: String?
    /// The schema of each element of an array: one, or none.
    package var elements: [ValueSchema] = []
}
