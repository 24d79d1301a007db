import SharedDomain

/// The values of the parameters of one request, each decoded once.
package struct DecodedValues: Sendable {
    private struct Entry: Sendable {
        let name: String
        let location: ParameterLocation
        let box: any DecodedValue
    }

    private var entries: [Entry] = []

    init() {}

    /// Decodes the members of one JSON object, such as an element of a list in a body.
    ///
    /// Throws `ServiceError`: an unknown member by name, or the first parameter whose value is missing or wrong.
    package init(of object: JSONObject, declared: [any DeclaredParameter]) throws {
        try Self.refuseUnknown(in: object, declared: declared)
        for parameter in declared {
            try decode(parameter, object[parameter.facts.name].map(RawValue.json))
        }
    }

    /// Decodes one parameter and keeps its value.
    mutating func decode(_ parameter: any DeclaredParameter, _ raw: RawValue?) throws {
        entries.append(
            Entry(name: parameter.facts.name, location: parameter.facts.location, box: try parameter.decode(raw)))
    }

    /// The value of a parameter.
    ///
    /// Throws `INTERNAL_ERROR` for a parameter that was not declared: a mistake in the route, found by its first test.
    package subscript<Value>(parameter: Parameter<Value>) -> Value {
        get throws {
            guard let value = find(parameter) else { throw UndeclaredParameter(name: parameter.facts.name) }
            return value
        }
    }

    /// The value of a parameter, nil if it was not declared.
    func find<Value>(_ parameter: Parameter<Value>) -> Value? {
        for entry in entries where entry.name == parameter.facts.name && entry.location == parameter.facts.location {
            return parameter.open(entry.box)
        }
        return nil
    }

    /// The value of a declared parameter as a client would write it; nil for none.
    func canonicalText(of parameter: any DeclaredParameter) -> String? {
        let facts = parameter.facts
        for entry in entries where entry.name == facts.name && entry.location == facts.location {
            return parameter.canonicalText(of: entry.box)
        }
        return nil
    }

    /// Throws `INVALID_PARAMETER` naming the first member of `object` that is not declared, and those that are.
    static func refuseUnknown(in object: JSONObject, declared: [any DeclaredParameter]) throws {
        for member in object.members where !declared.contains(where: { $0.facts.name == member.name }) {
            throw ServiceError.unknownName(
                member.name, kind: "field", provided: member.value.brief,
                allowed: declared.map(\.facts.name))
        }
    }
}

/// A handler asked for a parameter that its route does not declare: a mistake of ours, so it becomes `INTERNAL_ERROR`.
struct UndeclaredParameter: Error {
    let name: String
}
