/// Why a process does not start: every setting that can't be used, at once.
package struct ConfigurationProblems: Error, Sendable, Hashable, CustomStringConvertible {
    /// The exit status for it: `EX_CONFIG` of BSD's sysexits.
    package static let exitStatus: Int32 = 78

    /// At least one, in the order they were found.
    package let problems: [ConfigurationProblem]

    /// One problem or more.
    package init(_ first: ConfigurationProblem, _ others: ConfigurationProblem...) {
        self.problems = [first] + others
    }

    /// Nil when there are none.
    package init?(_ problems: [ConfigurationProblem]) {
        guard !problems.isEmpty else { return nil }
        self.problems = problems
    }

    /// A heading, then one problem a line, each with how to put it right.
    package var description: String {
        let heading = problems.count == 1 ? "1 setting can't be used:" : "\(problems.count) settings can't be used:"
        return ([heading] + problems.map { "  \($0)" }).joined(separator: "\n")
    }
}
