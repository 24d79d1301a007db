/// Writes schemas in JSON Schema, and keeps those that have a name, to be written once.
struct SchemaBook {
    /// Two different schemas have one name.
    struct NameClash: Error {
        let name: String
    }

    private var named: [(schema: ValueSchema, written: JSONValue)] = []

    /// Exact decimals, as every answer writes them.
    private static let decimal = ValueSchema(
        kind: .string, pattern: #"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"#,
        description: """
            An exact decimal: a JSON number in plain notation or, where `numbers=string` is asked, a string of the \
            same digits.
            """, name: "Decimal")

    /// The named schemas that were written so far, in the order of their names.
    var components: [(name: String, schema: JSONValue)] {
        named.compactMap { entry in entry.schema.name.map { ($0, entry.written) } }.sorted { $0.0 < $1.0 }
    }

    /// The JSON Schema of a value, or a reference to it where it has a name.
    mutating func write(_ schema: ValueSchema) throws(NameClash) -> JSONValue {
        if schema.kind == .decimal, schema.name == nil { return try refer(Self.decimal, from: schema) }
        return schema.name == nil ? try writeInPlace(schema) : try refer(schema, from: schema)
    }

    /// A reference to `definition`, with what `place` says of it there.
    private mutating func refer(_ definition: ValueSchema, from place: ValueSchema) throws(NameClash) -> JSONValue {
        let name = definition.name ?? ""
        let known = named.first { $0.schema.name == name }?.schema
        if let known {
            guard known.isSameShape(as: definition) else { throw NameClash(name: name) }
        } else {
            var plain = definition
            (plain.isNullable, plain.isOptional) = (false, false)
            named.append((plain, try writeInPlace(plain)))
        }
        let own = place.description == (known ?? definition).description ? "" : place.description
        let reference: JSONValue = ["$ref": .string("#/components/schemas/\(name)")]
        if place.isNullable {
            return .members([
                ("anyOf", [reference, ["type": "null"]]), ("description", own.isEmpty ? nil : .string(own)),
            ])
        }
        return own.isEmpty
            ? reference : ["$ref": .string("#/components/schemas/\(name)"), "description": .string(own)]
    }

    private mutating func writeInPlace(_ schema: ValueSchema) throws(NameClash) -> JSONValue {
        if !schema.alternatives.isEmpty { return try writeAlternatives(schema) }
        let values = schema.allowed.map { JSONValue.reading($0, as: schema) } + (schema.isNullable ? [.null] : [])
        let isList = schema.kind == .array
        var members: [(String, JSONValue?)] = [
            ("type", Self.type(of: schema)),
            ("description", schema.description.isEmpty ? nil : .string(schema.description)),
            ("format", schema.format.map(JSONValue.string)),
            ("enum", schema.allowed.isEmpty ? nil : .array(values)),
            ("minimum", schema.minimum.map { .number(JSONNumber(text: $0)) }),
            ("maximum", schema.maximum.map { .number(JSONNumber(text: $0)) }),
            (isList ? "minItems" : "minLength", schema.minimumCount.map { JSONValue(integerLiteral: $0) }),
            (isList ? "maxItems" : "maxLength", schema.maximumCount.map { JSONValue(integerLiteral: $0) }),
            ("pattern", schema.pattern.map(JSONValue.string)),
        ]
        if let element = schema.elements.first { members.append(("items", try write(element))) }
        if !schema.properties.isEmpty { try append(schema.properties, to: &members) }
        if let values = schema.mapValues.first { members.append(("additionalProperties", try write(values))) }
        return .members(members)
    }

    private mutating func append(
        _ properties: [ValueSchema.Property], to members: inout [(String, JSONValue?)]
    ) throws(NameClash) {
        var written: [(String, JSONValue?)] = []
        for property in properties { written.append((property.name, try write(property.schema))) }
        let required = properties.filter { !$0.schema.isOptional }.map(\.name)
        members.append(("properties", .members(written)))
        members.append(("required", required.isEmpty ? nil : .strings(required)))
        members.append(("additionalProperties", false))
    }

    private mutating func writeAlternatives(_ schema: ValueSchema) throws(NameClash) -> JSONValue {
        var written: [JSONValue] = []
        for alternative in schema.alternatives { written.append(try write(alternative)) }
        if schema.isNullable { written.append(["type": "null"]) }
        return .members([
            ("description", schema.description.isEmpty ? nil : .string(schema.description)),
            ("oneOf", .array(written)),
        ])
    }

    /// A decimal is both a number and a string, and what may be null is that too.
    private static func type(of schema: ValueSchema) -> JSONValue {
        var types = [schema.kind.rawValue]
        if schema.kind == .decimal || schema == decimal { types = ["number", "string"] }
        if schema.isNullable { types.append("null") }
        return types.count == 1 ? .string(types[0]) : .strings(types)
    }
}

extension ValueSchema {
    /// Whether the two describe the same values, whatever is said about them where they stand.
    fileprivate func isSameShape(as other: ValueSchema) -> Bool {
        var (one, two) = (self, other)
        (one.isNullable, one.isOptional, one.description) = (false, false, "")
        (two.isNullable, two.isOptional, two.description) = (false, false, "")
        return one == two
    }
}
