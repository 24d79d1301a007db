import Synchronization

/// The series of one family by the values of their labels: bounded, so that no value that a client thinks up can cost
/// memory without end.
final class LabelledSeries<Series: Sendable>: Sendable {
    private let labelCount: Int
    private let make: @Sendable () -> Series
    private let content: Mutex<[[String]: Series]>

    init(labelCount: Int, make: @escaping @Sendable () -> Series) {
        self.labelCount = labelCount
        self.make = make
        // A series without labels is there from the start, so that a rate of it can be told from nothing.
        content = Mutex(labelCount == 0 ? [[]: make()] : [:])
    }

    /// The series of these label values; when there are too many, the one whose values are all `other`.
    func series(_ values: [String]) -> Series {
        precondition(values.count == labelCount, "\(labelCount) label values are needed, \(values.count) were given")
        let values = values.allSatisfy(Self.isShort) ? values : values.map(Self.shortened)
        return content.withLock { series in
            if let known = series[values] { return known }
            // The last place is kept for the others.
            let key = series.count < LabelLimits.series - 1 ? values : values.map { _ in LabelLimits.other }
            if let known = series[key] { return known }
            let new = make()
            series[key] = new
            return new
        }
    }

    /// All series, in the order of their label values.
    var sorted: [(values: [String], series: Series)] {
        content.withLock { $0.map { (values: $0.key, series: $0.value) } }
            .sorted { $0.values.lexicographicallyPrecedes($1.values) }
    }

    private static func isShort(_ value: String) -> Bool { value.utf8.count <= LabelLimits.valueBytes }

    private static func shortened(_ value: String) -> String {
        var text = BoundedText(limit: LabelLimits.valueBytes)
        text.append(escaping: value) { _ in nil }
        return text.text
    }
}

/// What bounds a family.
enum LabelLimits {
    /// The most series of a family.
    static let series = 1000
    /// The most bytes of a label's value; a longer one is cut.
    static let valueBytes = 256
    /// Every label's value in the series of those that came too late.
    static let other = "other"
}
