/// What a family is declared to be. Wrong names are mistakes of ours that show at the service's start.
struct MetricShape: Sendable, Hashable {
    let name: String
    let help: String
    let kind: MetricKind
    let labels: [String]
    /// The upper bounds of a histogram's buckets, without infinity; empty for the other kinds.
    let buckets: [Double]

    init(_ name: String, _ help: String, _ kind: MetricKind, labels: [String], buckets: [Double] = []) {
        self.name = name
        self.help = help
        self.kind = kind
        self.labels = labels
        self.buckets = buckets
    }

    /// What is wrong with the declaration; nil when nothing is.
    ///
    /// The rules are those of the Prometheus data model (characters, reserved labels) and of its naming practices
    /// (base units, `_total` for counters and for nothing else), which `promtool check metrics` asks for too.
    var problem: String? {
        nameProblem ?? labelProblem ?? bucketProblem
    }

    private var nameProblem: String? {
        guard Self.isName(name) else { return "the name must match [a-z][a-z0-9_]*" }
        guard !help.isEmpty else { return "a help text is missing" }
        guard (kind == .counter) == name.hasSuffix("_total") else {
            return "the names of counters end in _total, and no others do"
        }
        if let suffix = Self.reservedSuffixes.first(where: name.hasSuffix) { return "\(suffix) belongs to histograms" }
        let words = name.split(separator: "_").map(String.init)
        if let word = words.first(where: Self.derivedUnits.contains) {
            return "\(word) is no base unit: use seconds or bytes"
        }
        return nil
    }

    private var labelProblem: String? {
        for label in labels where !Self.isName(label) { return "the label \(label) must match [a-z][a-z0-9_]*" }
        guard Set(labels).count == labels.count else { return "a label stands there twice" }
        guard kind != .histogram || !labels.contains("le") else { return "the label le belongs to the buckets" }
        return nil
    }

    private var bucketProblem: String? {
        guard kind == .histogram else { return nil }
        guard !buckets.isEmpty, buckets.count <= Self.mostBuckets else { return "1 to \(Self.mostBuckets) buckets" }
        guard buckets.allSatisfy(\.isFinite) else { return "the bound of a bucket must be finite; +Inf is added" }
        guard zip(buckets, buckets.dropFirst()).allSatisfy({ $0 < $1 }) else { return "bounds must rise" }
        return nil
    }

    /// The part of what Prometheus allows that its naming practices recommend. No two underscores begin a name, which
    /// Prometheus keeps to itself.
    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            default: false
            }
        }
    }

    private static let mostBuckets = 64
    private static let reservedSuffixes = ["_bucket", "_count", "_sum"]
    private static let derivedUnits: Set<String> = [
        "milliseconds", "microseconds", "nanoseconds", "minutes", "hours", "days", "weeks", "ms", "kilobytes",
        "megabytes", "gigabytes", "kibibytes", "mebibytes", "gibibytes", "percent",
    ]
}
