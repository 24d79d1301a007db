import SharedDomain

/// How one run went.
struct RunReport: Sendable, Hashable {
    /// In the order the sources are configured.
    let outcomes: [SourceOutcome]

    /// Whether there was nothing to be had from any source that was asked. One of which nothing was left to take (a
    /// shipped file that is in) was not asked.
    var everySourceFailed: Bool {
        let asked = outcomes.filter { !$0.parts.isEmpty }
        return !asked.isEmpty && asked.allSatisfy(\.hasFailed)
    }

    /// Whether there is anything to tell: something new, or something that went wrong.
    var isNoteworthy: Bool { outcomes.contains { $0.counts.changedAnything || $0.failure != nil } }

    /// One line: `ecb: accepted 7126, duplicate 0, corrected 0, refused 0; bigmac: …`.
    var summary: String {
        outcomes.map { outcome in
            let counts = outcome.counts
            let failure = outcome.failure.map { " (\(outcome.hasFailed ? "failed" : "in part"): \($0))" } ?? ""
            return "\(outcome.source): accepted \(counts.accepted), duplicate \(counts.duplicate), "
                + "corrected \(counts.corrected), refused \(counts.refused)\(failure)"
        }.joined(separator: "; ")
    }

    /// The reasons, for a run in which every source failed.
    var failures: String {
        outcomes.compactMap { outcome in outcome.failure.map { "\(outcome.source): \($0)" } }.joined(separator: "; ")
    }
}
