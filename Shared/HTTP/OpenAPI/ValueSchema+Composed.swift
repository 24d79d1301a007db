/// Schemas made of others.
extension ValueSchema {
    /// An object with exactly those members, in the order they are written. With a name, answers refer to it.
    ///
    ///     .object(named: "Pair", ["base": .currencyCode(), "rate": .decimal("Of one unit."), "note": .string().optional])
    package static func object(
        named name: String? = nil, _ properties: KeyValuePairs<String, ValueSchema>, _ description: String = ""
    ) -> ValueSchema {
        ValueSchema(
            kind: .object, properties: properties.map { Property(name: $0.key, schema: $0.value) },
            description: description, name: name)
    }

    /// An object whose names are data, such as currency codes; every value is of one schema.
    package static func map(of values: ValueSchema, _ description: String = "") -> ValueSchema {
        ValueSchema(kind: .object, mapValues: [values], description: description)
    }

    /// An object of which nothing is promised.
    package static func anyObject(_ description: String = "") -> ValueSchema {
        ValueSchema(kind: .object, description: description)
    }

    /// An array whose elements are of one schema.
    package static func array(
        of element: ValueSchema, _ description: String = "", count: ClosedRange<Int>? = nil
    ) -> ValueSchema {
        ValueSchema(
            kind: .array, minimumCount: count?.lowerBound, maximumCount: count?.upperBound, elements: [element],
            description: description)
    }

    /// A value that is of exactly one of those schemas.
    package static func either(_ alternatives: [ValueSchema], _ description: String = "") -> ValueSchema {
        ValueSchema(kind: .object, alternatives: alternatives, description: description)
    }

    /// The same, or `null`.
    package var nullable: ValueSchema {
        var schema = self
        schema.isNullable = true
        return schema
    }

    /// The same, as a member that an object may lack.
    package var optional: ValueSchema {
        var schema = self
        schema.isOptional = true
        return schema
    }

    /// The same with what a reader should know of it in this place.
    package func described(_ description: String) -> ValueSchema {
        var schema = self
        schema.description = description
        return schema
    }

    /// The same under a name, by which answers refer to it.
    package func named(_ name: String) -> ValueSchema {
        var schema = self
        schema.name = name
        return schema
    }

    /// The same object with further members after its own, without its name.
    package func adding(_ properties: KeyValuePairs<String, ValueSchema>) -> ValueSchema {
        var schema = self
        schema.name = nil
        schema.properties += properties.map { Property(name: $0.key, schema: $0.value) }
        return schema
    }
}
