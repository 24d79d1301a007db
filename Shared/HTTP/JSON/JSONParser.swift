package import NIOCore
import SharedDomain

/// A strict reader of JSON (RFC 8259).
///
/// Stricter than the standard has to be where leniency hides mistakes or opens doors: duplicate names, lone
/// surrogates, U+0000 and a byte order mark are refused, and nesting is bounded.
package struct JSONParser {
    /// How deep arrays and objects may be nested.
    package static let maximumDepth = 32

    /// Above this many members a set, not a search through them, finds duplicate names: a hostile object cannot make
    /// reading quadratic.
    private static let linearSearchLimit = 8

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// The value of a whole document.
    ///
    /// Throws `JSONSyntaxError`.
    package static func parse(_ document: ByteBuffer) throws(JSONSyntaxError) -> JSONValue {
        var parser = JSONParser(bytes: Array(document.readableBytesView))
        parser.skipWhitespace()
        let value = try parser.value()
        parser.skipWhitespace()
        guard parser.position == parser.bytes.count else {
            throw parser.fault("there is more after the end of the value")
        }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    // MARK: Grammar

    private mutating func value() throws(JSONSyntaxError) -> JSONValue {
        guard let first = next else { throw fault("a value was expected, and the text ends") }
        switch first {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: throw fault("a value was expected")
        }
    }

    private mutating func object() throws(JSONSyntaxError) -> JSONObject {
        try enter()
        var members: [JSONObject.Member] = []
        var names: Set<String> = []
        position += 1
        skipWhitespace()
        if skip("}") {
            depth -= 1
            return JSONObject(members: members)
        }
        repeat {
            skipWhitespace()
            let start = position
            guard next == UInt8(ascii: "\"") else { throw fault("a name in quotation marks was expected") }
            let name = try string()
            guard isNew(name, among: members, &names) else {
                let reason = "the name \"\(ServiceError.quoted(name))\" appears twice in one object"
                throw JSONSyntaxError(reason: reason, offset: start)
            }
            skipWhitespace()
            guard skip(":") else {
                throw fault("a colon was expected after the name \"\(ServiceError.quoted(name))\"")
            }
            skipWhitespace()
            members.append(JSONObject.Member(name: name, value: try value()))
            skipWhitespace()
        } while skip(",")
        guard skip("}") else { throw fault("a comma or the end of the object was expected") }
        depth -= 1
        return JSONObject(members: members)
    }

    private func isNew(_ name: String, among members: [JSONObject.Member], _ names: inout Set<String>) -> Bool {
        if members.count < Self.linearSearchLimit {
            return !members.contains { $0.name == name }
        }
        if names.isEmpty { names = Set(members.map(\.name)) }
        return names.insert(name).inserted
    }

    private mutating func array() throws(JSONSyntaxError) -> [JSONValue] {
        try enter()
        var elements: [JSONValue] = []
        position += 1
        skipWhitespace()
        if skip("]") {
            depth -= 1
            return elements
        }
        repeat {
            skipWhitespace()
            elements.append(try value())
            skipWhitespace()
        } while skip(",")
        guard skip("]") else { throw fault("a comma or the end of the array was expected") }
        depth -= 1
        return elements
    }

    private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        let matches = text.withUTF8Buffer { bytes[position...].starts(with: $0) }
        guard matches else { throw fault("a value was expected") }
        position += text.utf8CodeUnitCount
        return value
    }

    private mutating func number() throws(JSONSyntaxError) -> JSONNumber {
        let start = position
        _ = skip("-")
        if !skip("0") { try digits() }
        if skip(".") { try digits() }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if !skip("+") { _ = skip("-") }
            try digits()
        }
        return JSONNumber(text: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw fault("a digit was expected") }
    }

    // MARK: Steps

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipWhitespace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func enter() throws(JSONSyntaxError) {
        depth += 1
        guard depth <= Self.maximumDepth else { throw fault("nesting is deeper than \(Self.maximumDepth) levels") }
    }

    private func fault(_ reason: String) -> JSONSyntaxError {
        JSONSyntaxError(reason: reason, offset: position)
    }
}

// MARK: - Strings

extension JSONParser {
    private mutating func string() throws(JSONSyntaxError) -> String {
        position += 1
        var content: [UInt8] = []
        var start = position
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                content += bytes[start..<position]
                guard let text = String(validating: content, as: UTF8.self) else {
                    throw JSONSyntaxError(reason: "a string is not valid UTF-8", offset: start)
                }
                position += 1
                return text
            case UInt8(ascii: "\\"):
                content += bytes[start..<position]
                content += try escape().utf8
                start = position
            case 0x00..<0x20:
                throw fault("a control character in a string must be escaped")
            default:
                position += 1
            }
        }
        throw fault("a string has no end")
    }

    private mutating func escape() throws(JSONSyntaxError) -> Character {
        position += 1
        guard let kind = next else { throw fault("a string has no end") }
        position += 1
        switch kind {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try Character(unicodeEscape())
        default:
            position -= 1
            throw fault("an unknown escape in a string")
        }
    }

    /// `\uXXXX`, or two of them for a scalar above U+FFFF.
    private mutating func unicodeEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
        let start = position - 2
        let first = try hexDigits()
        var code = UInt32(first)
        if (0xD800..<0xDC00).contains(first), skip("\\"), skip("u") {
            let second = try hexDigits()
            if (0xDC00..<0xE000).contains(second) {
                code = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
            }
        }
        guard let scalar = Unicode.Scalar(code) else {
            throw JSONSyntaxError(reason: "half of a surrogate pair in a string", offset: start)
        }
        guard code != 0 else {
            throw JSONSyntaxError(reason: "the character U+0000 in a string", offset: start)
        }
        return scalar
    }

    private mutating func hexDigits() throws(JSONSyntaxError) -> UInt16 {
        var code: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault("four hexadecimal digits were expected")
            }
            code = code << 4 | UInt16(digit)
            position += 1
        }
        return code
    }
}
