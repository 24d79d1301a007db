/// What a client says of content codings in `Accept-Encoding` (RFC 9110, section 12.5.3).
struct AcceptEncoding: Sendable, Equatable {
    /// The most codings that are looked at; a longer header gains nothing.
    private static let maximumElements = 32

    /// The coding for a body that is worth coding.
    private(set) var preferred = ContentCoding.identity
    /// Whether a body as it is will do. A client that refuses that and every coding we have gets it all the same.
    private(set) var acceptsIdentity = true

    private var acceptsGzip = false
    private var acceptsDeflate = false

    /// Of a client that says nothing. Any coding would do then, and none is the safest.
    static let unsaid = AcceptEncoding()

    private init() {}

    /// Reads the header. An element that is malformed is left out, the first of two for one coding counts, and equal
    /// weights mean gzip before deflate before none.
    init(_ header: String) {
        var weights: (gzip: Int?, deflate: Int?, identity: Int?, others: Int?)
        for element in header.split(separator: ",").prefix(Self.maximumElements) {
            guard let (name, weight) = Self.nameAndWeight(of: element) else { continue }
            switch ContentCoding(name: name) {
            case .gzip: weights.gzip = weights.gzip ?? weight
            case .deflate: weights.deflate = weights.deflate ?? weight
            case .identity: weights.identity = weights.identity ?? weight
            case nil where name == "*": weights.others = weights.others ?? weight
            case nil: continue
            }
        }
        // A coding that is not listed is not wanted; a body as it is will do unless the client says otherwise.
        let gzip = weights.gzip ?? weights.others ?? 0
        let deflate = weights.deflate ?? weights.others ?? 0
        let identity = weights.identity ?? weights.others
        let best = max(gzip, deflate)
        acceptsGzip = gzip > 0
        acceptsDeflate = deflate > 0
        acceptsIdentity = identity != 0 || best == 0
        guard best > 0, best >= identity ?? 0 else { return }
        preferred = gzip >= deflate ? .gzip : .deflate
    }

    /// Whether a body in that coding may be sent.
    func accepts(_ coding: ContentCoding) -> Bool {
        switch coding {
        case .identity: acceptsIdentity
        case .gzip: acceptsGzip
        case .deflate: acceptsDeflate
        }
    }

    /// `gzip;q=0.5` as its name and its weight in thousandths; nil if it is malformed.
    private static func nameAndWeight(of element: Substring) -> (name: Substring, weight: Int)? {
        let parts = element.split(separator: ";", omittingEmptySubsequences: false).map(\.trimmed)
        guard let name = parts.first, !name.isEmpty, parts.count <= 2 else { return nil }
        guard parts.count == 2 else { return (name, 1000) }
        guard parts[1].utf8.count > 2, parts[1].prefix(2).lowercased() == "q=" else { return nil }
        return thousandths(parts[1].dropFirst(2)).map { (name, $0) }
    }

    /// A weight (RFC 9110, section 12.4.2): 0 or 1, with up to three decimals, and never above 1.
    private static func thousandths(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts[0] == "0" || parts[0] == "1" else { return nil }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.utf8.count <= 3, decimals.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let fraction = decimals.utf8.reduce(into: 0) { $0 = $0 * 10 + Int($1 - 0x30) }
        let scale = [1000, 100, 10, 1][decimals.utf8.count]
        let weight = (parts[0] == "1" ? 1000 : 0) + fraction * scale
        return weight <= 1000 ? weight : nil
    }
}

extension Substring {
    /// Without the spaces and tabs around it (RFC 9110, section 5.6.3).
    fileprivate var trimmed: Substring {
        var rest = self
        while let first = rest.utf8.first, first == 0x20 || first == 0x09 { rest.removeFirst() }
        while let last = rest.utf8.last, last == 0x20 || last == 0x09 { rest.removeLast() }
        return rest
    }
}
