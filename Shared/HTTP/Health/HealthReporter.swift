/// How the edge learns how its service does.
package struct HealthReporter: Sendable {
    /// The report of this moment. It is asked every few seconds, so it only gathers what is known already.
    package let report: @Sendable () async -> HealthReport

    /// A reporter that asks `report` each time.
    package init(_ report: @escaping @Sendable () async -> HealthReport) {
        self.report = report
    }
}
