import SharedDomain

/// How one run went with one source.
struct SourceOutcome: Sendable, Hashable {
    /// The shipped file, or what the source itself sent.
    struct Part: Sendable, Hashable {
        let origin: Payload.Origin
        var counts = Counts()
        /// Why it failed; nil when it did not. Nothing published is no failure.
        var failure: String?

        /// Whether nothing came of it: of several calls some may have gone well.
        var hasFailed: Bool { failure != nil && counts == Counts() }
    }

    let source: SourceID
    /// What was attempted. The shipped file is attempted only until it was loaded to its end.
    var parts: [Part] = []

    /// All parts together.
    var counts: Counts { parts.reduce(into: Counts()) { $0 += $1.counts } }

    /// A source failed when parts were attempted and none of them went well: one that gave its shipped history but
    /// could not be reached succeeded, and the summary names what did not.
    var hasFailed: Bool { !parts.isEmpty && parts.allSatisfy(\.hasFailed) }

    /// Why parts failed, as the summary shows it; nil when none did.
    var failure: String? {
        let failures = parts.compactMap(\.failure)
        return failures.isEmpty ? nil : failures.joined(separator: ", ")
    }
}
