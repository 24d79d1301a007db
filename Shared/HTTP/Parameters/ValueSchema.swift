/// What a machine can know about a value without knowing our types: the part of JSON Schema (2020-12) that our
/// parameters and answers need. The API's description is written from it, and tests hold answers against it.
package struct ValueSchema: Sendable, Equatable {
    /// The JSON type.
    package enum Kind: String, Sendable {
        case string, integer, number, boolean, array, object, null
        /// An exact decimal of an answer: a number, or a string of the same digits where `numbers=string` is asked.
        case decimal
    }

    /// A member of an object.
    package struct Property: Sendable, Equatable {
        /// Its name.
        package let name: String
        /// Its value. `isOptional` says whether an object may lack it.
        package let schema: ValueSchema
    }

    /// The JSON type.
    package var kind: Kind
    /// A named format, such as `date`.
    package var format: String?
    /// The only values there are as texts, empty when they are not listed.
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
    /// The members of an object in the order they are written. An object that lists members has no others.
    package var properties: [Property] = []
    /// The schema of every value of an object whose names are data (a map): one, or none.
    package var mapValues: [ValueSchema] = []
    /// The schemas of which exactly one holds; then nothing else here says anything.
    package var alternatives: [ValueSchema] = []
    /// Whether `null` may stand in its place.
    package var isNullable = false
    /// Whether an object may lack it.
    package var isOptional = false
    /// What it is, with its unit, for a reader; empty when its name says all.
    package var description = ""
    /// The name it goes by in the description of the API, where several answers share it.
    package var name: String?
}
