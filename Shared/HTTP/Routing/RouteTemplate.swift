/// The path of a route: segments that are literal or, as `{name}`, stand for any one segment.
struct RouteTemplate: Sendable, Equatable {
    enum Segment: Sendable, Equatable {
        case literal(String)
        case parameter(String)
    }

    let text: String
    let segments: [Segment]

    init(_ text: String) {
        self.text = text
        self.segments = text.split(separator: "/").map { segment in
            if segment.hasPrefix("{"), segment.hasSuffix("}") {
                .parameter(String(segment.dropFirst().dropLast()))
            } else {
                .literal(String(segment))
            }
        }
    }

    /// The names of its parameters, from left to right.
    var parameterNames: [String] {
        segments.compactMap { segment in
            if case .parameter(let name) = segment { name } else { nil }
        }
    }
}
