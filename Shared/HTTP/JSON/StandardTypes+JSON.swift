extension Bool: JSONRepresentable {
    /// `true` or `false`.
    package func write(into writer: inout JSONWriter) {
        writer.bool(self)
    }
}

extension Int: JSONRepresentable {
    /// A JSON number without fraction or exponent.
    package func write(into writer: inout JSONWriter) {
        writer.integer(Int64(self))
    }
}

extension Int64: JSONRepresentable {
    /// A JSON number without fraction or exponent.
    package func write(into writer: inout JSONWriter) {
        writer.integer(self)
    }
}

extension Double: JSONRepresentable {
    /// The fewest digits that read back as the same value; `null` when not finite.
    package func write(into writer: inout JSONWriter) {
        writer.double(self)
    }
}

extension String: JSONRepresentable {
    /// A JSON string.
    package func write(into writer: inout JSONWriter) {
        writer.string(self)
    }
}

extension Optional: JSONRepresentable where Wrapped: JSONRepresentable {
    /// The value, or `null`.
    package func write(into writer: inout JSONWriter) {
        if let self {
            self.write(into: &writer)
        } else {
            writer.null()
        }
    }
}

extension Array: JSONRepresentable where Element: JSONRepresentable {
    /// A JSON array in the same order.
    package func write(into writer: inout JSONWriter) {
        writer.array { array in
            for element in self { array.element(element) }
        }
    }
}

extension [String: String]: JSONRepresentable {
    /// A JSON object with its members in the order of their names, so that equal values give equal bytes.
    package func write(into writer: inout JSONWriter) {
        writer.object { object in
            for (name, value) in sorted(by: { $0.key < $1.key }) { object.member(name, value) }
        }
    }
}
