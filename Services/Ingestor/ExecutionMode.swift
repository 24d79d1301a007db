/// How the data-ingestor spends its life.
package enum ExecutionMode: String, Sendable, CaseIterable {
    /// Collects now and then at every interval, until it is stopped.
    case scheduler
    /// Collects once, waits until its events are delivered, says in a line how it went, and ends.
    case single
    /// The same for a scheduler outside: says nothing when nothing happened, and takes ports of its own on this machine
    /// so that it never collides with a service that runs.
    case cronjob
}

/// Where the first history comes from.
package enum SeedData: String, Sendable, CaseIterable {
    /// From the files that come with the release; then the sources close the gap.
    case shipped
    /// From the sources alone.
    case none
}
