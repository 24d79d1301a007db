import Testing

/// The text exposition format read back, by the format's description and by nothing of ours
/// (prometheus.io/docs/instrumenting/exposition_formats, "Text format details").
struct ParsedExposition {
    struct Sample: Hashable {
        let name: String
        let labels: [String: String]
        let value: Double
    }

    /// The types by family, in the order in which they came.
    private(set) var families: [(name: String, help: String, type: String)] = []
    private(set) var samples: [Sample] = []

    init(_ text: String) throws {
        try #require(text.isEmpty || text.hasSuffix("\n"))
        var isInHead = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.hasPrefix("# HELP ") {
                let parts = line.dropFirst(7).split(separator: " ", maxSplits: 1)
                try #require(parts.count == 2 && !isInHead)
                try #require(!families.contains { $0.name == parts[0] })
                families.append((String(parts[0]), try Self.unescaped(parts[1]), ""))
                isInHead = true
            } else if line.hasPrefix("# TYPE ") {
                let parts = line.dropFirst(7).split(separator: " ")
                try #require(parts.count == 2 && isInHead && families.last?.name == String(parts[0]))
                families[families.count - 1].type = String(parts[1])
                isInHead = false
            } else {
                let sample = try Self.sample(line)
                let family = try #require(families.last)
                let suffixes = family.type == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
                try #require(!isInHead && suffixes.contains { sample.name == family.name + $0 })
                try #require(!samples.contains { $0.name == sample.name && $0.labels == sample.labels })
                samples.append(sample)
            }
        }
    }

    /// The values of one name by the values of one label.
    func values(_ name: String, by label: String) -> [String: Double] {
        let own = samples.filter { $0.name == name }.map { ($0.labels[label] ?? "", $0.value) }
        return Dictionary(own) { one, _ in one }
    }

    /// The value of one name without labels, or with these.
    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        samples.first { $0.name == name && $0.labels == labels }?.value
    }

    private static func sample(_ line: Substring) throws -> Sample {
        let name = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ":") }
        var rest = line.dropFirst(name.count)
        var labels: [String: String] = [:]
        if rest.first == "{" {
            rest.removeFirst()
            while rest.first != "}" {
                let label = rest.prefix { $0 != "=" }
                rest = rest.dropFirst(label.count)
                try #require(rest.hasPrefix("=\""))
                let content = try quoted(rest.dropFirst(2))
                try #require(labels.updateValue(try unescaped(content), forKey: String(label)) == nil)
                rest = rest.dropFirst(2 + content.count + 1)
                if rest.first == "," { rest.removeFirst() }
            }
            rest.removeFirst()
        }
        try #require(rest.first == " ")
        let number = String(rest.dropFirst())
        let value = try #require(["NaN": .nan, "+Inf": .infinity, "-Inf": -.infinity][number] ?? Double(number))
        return Sample(name: String(name), labels: labels, value: value)
    }

    /// What stands before the closing quote.
    private static func quoted(_ text: Substring) throws -> Substring {
        var isEscaped = false
        for index in text.indices {
            if isEscaped {
                isEscaped = false
            } else if text[index] == "\\" {
                isEscaped = true
            } else if text[index] == "\"" {
                return text[..<index]
            }
        }
        throw Broken()
    }

    private static func unescaped(_ text: Substring) throws -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                switch character {
                case "n": result.append("\n")
                case "\\", "\"": result.append(character)
                default: throw Broken()
                }
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }

    struct Broken: Error {}
}
