import NIOCore
import SharedDomain

extension ValueRule {
    /// Different values separated by commas (in JSON an array), in the order given; one that is repeated counts once.
    ///
    /// An empty element is refused like any other wrong one. `count` bounds the values given, and from below the
    /// different ones.
    package static func list<Element: Hashable & Sendable>(
        of element: ValueRule<Element>, _ count: ClosedRange<Int>
    ) -> ValueRule<[Element]> where Value == [Element] {
        let different = count.lowerBound > 1 ? "at least \(count.lowerBound) of them different, " : ""
        return ValueRule<[Element]>(
            expected: "\(count.lowerBound) to \(count.upperBound) values, \(different)each \(element.expected)",
            code: element.code,
            schema: ValueSchema(
                kind: .array, minimumCount: count.lowerBound, maximumCount: count.upperBound,
                elements: [element.schema]),
            text: { $0.map(element.text).joined(separator: ",") },
            fromText: { (text) throws(ValueRefusal) in
                let parts = text.split(separator: ",", omittingEmptySubsequences: false)
                return try distinct(parts, count, sent: text) { (part) throws(ValueRefusal) in
                    try element.fromText(String(part))
                }
            },
            fromJSON: { (json) throws(ValueRefusal) in
                guard case .array(let parts) = json else { throw ValueRefusal(provided: json.kind) }
                let sent = String(buffer: JSONWriter.encode(json))
                return try distinct(parts, count, sent: sent, element.fromJSON)
            })
    }

    /// An array of JSON objects, for a body that asks several things at once; each is read on its own afterwards, as
    /// `members` declare.
    package static func objects(
        _ count: ClosedRange<Int>, members: [any DeclaredParameter] = []
    ) -> ValueRule<[JSONObject]> where Value == [JSONObject] {
        ValueRule(
            expected: "an array of \(count.lowerBound) to \(count.upperBound) objects",
            schema: ValueSchema(
                kind: .array, minimumCount: count.lowerBound, maximumCount: count.upperBound,
                elements: [RequestBodyDescription.schema(of: members.map(\.facts))]),
            text: { "\($0.count) objects" },
            fromText: { (text) throws(ValueRefusal) in throw ValueRefusal(provided: text) },
            fromJSON: { (json) throws(ValueRefusal) in
                guard case .array(let elements) = json else { throw ValueRefusal(provided: json.kind) }
                guard count.contains(elements.count) else {
                    throw ValueRefusal(provided: "\(elements.count) elements")
                }
                var objects: [JSONObject] = []
                for element in elements {
                    guard case .object(let object) = element else {
                        throw ValueRefusal(provided: "\(element.kind) at index \(objects.count)")
                    }
                    objects.append(object)
                }
                return objects
            })
    }

    private static func distinct<Part, Element: Hashable>(
        _ parts: [Part], _ count: ClosedRange<Int>, sent: String, _ read: (Part) throws(ValueRefusal) -> Element
    ) throws(ValueRefusal) -> [Element] {
        guard parts.count <= count.upperBound else {
            throw ValueRefusal(provided: "\(parts.count) values: \(sent)", code: .invalidParameter)
        }
        var seen: Set<Element> = []
        var values: [Element] = []
        for part in parts {
            let value = try read(part)
            guard seen.insert(value).inserted else { continue }
            values.append(value)
        }
        guard values.count >= count.lowerBound else {
            throw ValueRefusal(provided: sent, code: .invalidParameter)
        }
        return values
    }
}
