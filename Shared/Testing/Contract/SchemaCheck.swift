import SharedDomain
package import SharedHTTP

/// Holds a JSON value against a schema, as JSON Schema (2020-12) would, formats included.
package enum SchemaCheck {
    /// What is wrong, each with the place where it is: `$.data.rates.USD: …`. Empty when the value is as it should be.
    package static func violations(
        of value: JSONValue, against schema: ValueSchema, at place: String = "$"
    ) -> [String] {
        if value == .null, schema.isNullable { return [] }
        if !schema.alternatives.isEmpty {
            // One that cannot be read fits nothing, and would be taken for one that does not fit this value.
            let unreadable = schema.alternatives.flatMap(unreadablePatterns)
            guard unreadable.isEmpty else { return unreadable.map { "\(place): \($0)" } }
            let fitting = schema.alternatives.filter { violations(of: value, against: $0).isEmpty }
            return fitting.count == 1 ? [] : ["\(place): \(fitting.count) of the alternatives hold, not one"]
        }
        switch (schema.kind, value) {
        case (.null, .null): return []
        case (.boolean, .bool(let flag)):
            let isAllowed = schema.allowed.isEmpty || schema.allowed.contains(String(flag))
            return isAllowed ? [] : ["\(place): \(flag) is not allowed"]
        case (.string, .string(let text)): return violations(of: text, schema, place)
        case (.decimal, .string(let text)):
            let mismatch = mismatch(of: text, #"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"#)
            return mismatch == nil ? [] : ["\(place): '\(text)' is no decimal"]
        case (.number, .number(let number)), (.decimal, .number(let number)):
            return violations(of: number, schema, place)
        case (.integer, .number(let number)):
            guard number.integer != nil else { return ["\(place): \(number.text) is not whole"] }
            return violations(of: number, schema, place)
        case (.array, .array(let elements)): return violations(of: elements, schema, place)
        case (.object, .object(let object)): return violations(of: object, schema, place)
        default: return ["\(place): \(value.kind) where \(schema.kind.rawValue) is expected"]
        }
    }

    private static func violations(of text: String, _ schema: ValueSchema, _ place: String) -> [String] {
        var found: [String] = []
        let length = text.unicodeScalars.count
        if !schema.allowed.isEmpty, !schema.allowed.contains(text) {
            found.append("'\(text)' is not one of those listed")
        }
        if let least = schema.minimumCount, length < least { found.append("shorter than \(least)") }
        if let most = schema.maximumCount, length > most { found.append("longer than \(most)") }
        if let pattern = schema.pattern, let mismatch = mismatch(of: text, pattern) { found.append(mismatch) }
        switch schema.format {
        case "date" where Day(text) == nil: found.append("'\(text)' is no day")
        case "date-time" where Instant(text) == nil: found.append("'\(text)' is no moment")
        default: break
        }
        return found.map { "\(place): \($0)" }
    }

    private static func violations(of number: JSONNumber, _ schema: ValueSchema, _ place: String) -> [String] {
        guard let value = Double(number.text) else { return ["\(place): \(number.text) is out of bounds"] }
        if let text = schema.minimum, let minimum = Double(text), value < minimum {
            return ["\(place): \(number.text) is less than \(text)"]
        }
        if let text = schema.maximum, let maximum = Double(text), value > maximum {
            return ["\(place): \(number.text) is more than \(text)"]
        }
        return []
    }

    private static func violations(of elements: [JSONValue], _ schema: ValueSchema, _ place: String) -> [String] {
        var found: [String] = []
        if let least = schema.minimumCount, elements.count < least {
            found.append("\(place): fewer than \(least) elements")
        }
        if let most = schema.maximumCount, elements.count > most {
            found.append("\(place): more than \(most) elements")
        }
        guard let schema = schema.elements.first else { return found }
        return found
            + elements.enumerated().flatMap { violations(of: $1, against: schema, at: "\(place)[\($0)]") }
    }

    private static func violations(of object: JSONObject, _ schema: ValueSchema, _ place: String) -> [String] {
        if let values = schema.mapValues.first {
            return object.members.flatMap { violations(of: $0.value, against: values, at: "\(place).\($0.name)") }
        }
        guard !schema.properties.isEmpty else { return [] }
        let missing = schema.properties.filter { !$0.schema.isOptional && object[$0.name] == nil }
        return missing.map { "\(place): '\($0.name)' is missing" }
            + object.members.flatMap { member in
                guard let property = schema.properties.first(where: { $0.name == member.name }) else {
                    return ["\(place): '\(member.name)' is not described"]
                }
                return violations(of: member.value, against: property.schema, at: "\(place).\(member.name)")
            }
    }

    /// Why a text is not of a pattern: it does not match, or the pattern is none. Nil when it is.
    private static func mismatch(of text: String, _ pattern: String) -> String? {
        do {
            let expression = try Regex(pattern).matchingSemantics(.unicodeScalar)
            return text.firstMatch(of: expression) == nil ? "'\(text)' does not match \(pattern)" : nil
        } catch {
            return unreadable(pattern, error)
        }
    }

    /// The patterns of a schema, and of everything in it, that are none.
    private static func unreadablePatterns(_ schema: ValueSchema) -> [String] {
        var found: [String] = []
        if let pattern = schema.pattern {
            do {
                _ = try Regex(pattern)
            } catch {
                found.append(unreadable(pattern, error))
            }
        }
        let parts = schema.alternatives + schema.elements + schema.mapValues + schema.properties.map(\.schema)
        return found + parts.flatMap(unreadablePatterns)
    }

    private static func unreadable(_ pattern: String, _ error: any Error) -> String {
        "the pattern \(pattern) cannot be read: \(error)"
    }
}
