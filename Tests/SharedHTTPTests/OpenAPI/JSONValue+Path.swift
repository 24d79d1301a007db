import SharedHTTP

extension JSONValue {
    /// What stands at the end of a path of names and places; nil where nothing does.
    subscript(path: String...) -> JSONValue? {
        path.reduce(self as JSONValue?) { value, step in
            switch value {
            case .object(let object): object[step]
            case .array(let elements): Int(step).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            default: nil
            }
        }
    }

    /// The names of an object's members; empty for anything else.
    var names: [String] {
        if case .object(let object) = self { object.members.map(\.name) } else { [] }
    }

    /// Every text that stands under that name, however deep.
    func texts(under name: String) -> [String] {
        switch self {
        case .object(let object):
            object.members.flatMap { member in
                if member.name == name, case .string(let text) = member.value { return [text] }
                return member.value.texts(under: name)
            }
        case .array(let elements): elements.flatMap { $0.texts(under: name) }
        case .null, .bool, .number, .string: []
        }
    }
}
