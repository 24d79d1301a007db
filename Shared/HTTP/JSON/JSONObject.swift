/// A JSON object: members in the order they were sent, names distinct.
package struct JSONObject: Sendable, Equatable {
    /// One member.
    package struct Member: Sendable, Equatable {
        /// Its name.
        package let name: String
        /// Its value.
        package let value: JSONValue
    }

    /// The members in the order they were sent.
    package let members: [Member]

    /// The value of a member, nil if there is none of that name.
    package subscript(name: String) -> JSONValue? {
        members.first { $0.name == name }?.value
    }
}
