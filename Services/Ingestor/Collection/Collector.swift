import Crypto
import Foundation
import Logging
import SharedDomain
import SharedMessaging
import SharedTelemetry

/// Collects once from every source: first what ships, then what the sources say now.
struct Collector: Sendable {
    let sources: [any Source]
    let seed: SeedData
    let store: IngestorStore
    let intake: Intake
    let status: CollectionStatus
    let outages: Outages
    let metrics: SourceMetrics
    let tracer: Tracer
    let time: TimeSource
    let logger: Logger

    /// Refusals that are named in the log; the others are in the store.
    static let refusalsLogged = 5

    /// One run, under a correlation id and in a trace of its own: its events carry both.
    /// - Throws: when the store does not work. What goes wrong with a source is in the report.
    func collect(_ mode: ExecutionMode) async throws -> RunReport {
        let span = tracer.start("collect", kind: .internal, parent: nil)
        do {
            let report = try await withRequestContext(correlationID: .make(), traceParent: span.context) {
                try await collectAll(mode)
            }
            let failed = report.outcomes.count { $0.failure != nil }
            span.set("sources.asked", .int(report.outcomes.count))
            span.set("sources.failed", .int(failed))
            span.end(failed == 0 ? .unset : .error("\(failed) of \(report.outcomes.count) sources failed"))
            return report
        } catch {
            span.end(.error("\(type(of: error))"))
            throw error
        }
    }

    private func collectAll(_ mode: ExecutionMode) async throws -> RunReport {
        let run = try await store.beginRun(mode, at: time.now())
        var outcomes = sources.map { SourceOutcome(source: $0.id) }
        // Once: a file of the release that cannot be read does not mend while the process runs.
        if seed == .shipped, status.snapshot.firstLoad == .running {
            for (index, source) in sources.enumerated() {
                if let part = try await loadShipped(source, run) { outcomes[index].parts.append(part) }
                intake.outbox.endLoad(source.id.description)
            }
            status.update { $0.firstLoad = outcomes.contains { $0.failure != nil } ? .failed : .done }
        }
        for (index, part) in try await collectLive(run) { outcomes[index].parts.append(part) }
        let report = RunReport(outcomes: outcomes)
        try await store.finish(run, outcomes, at: time.now())
        note(report)
        metrics.ended(report, at: time.now())
        return report
    }

    // MARK: What ships

    /// Has the subscribers know, before they are told where the log ends, what is still to be loaded for the first time:
    /// until it is there to its end, or cannot be read, they do not take what they lack for what does not exist.
    func announceLoads() async throws {
        guard seed == .shipped else { return }
        for source in sources where source.shippedFile != nil {
            if try await store.shippedHash(of: source.id) == nil { intake.outbox.loads.begin(source.id.description) }
        }
    }

    /// Nil when there is nothing to load, or no more.
    private func loadShipped(_ source: any Source, _ run: Int64) async throws -> SourceOutcome.Part? {
        guard let file = source.shippedFile else { return nil }
        var part = SourceOutcome.Part(origin: .shipped)
        do {
            let payload = try file.payload(at: time.now())
            let hash = Data(SHA256.hash(data: payload.body))
            guard try await store.shippedHash(of: source.id) != hash else { return nil }
            let publications = try source.parse(payload)
            let count = publications.count
            if case .sheet? = publications.first { status.update { $0.shippedDays = count } }
            let progress = Progress(
                "loading shipped history of \(source.id)", of: file.unit, total: count, time: time, logger: logger)
            part.counts = try await take(publications, of: source, .shipped, run, progress)
            try await store.noteShipped(hash, of: source.id)
        } catch let problem as UnreadablePayload {
            part.failure = "\(file.name): \(problem)"
            logger.error("a shipped file cannot be read", metadata: ["file": "\(file.name)", "cause": "\(problem)"])
        }
        return part
    }

    // MARK: What the sources say

    private func collectLive(_ run: Int64) async throws -> [(Int, SourceOutcome.Part)] {
        try await withThrowingTaskGroup(of: (Int, SourceOutcome.Part).self) { group in
            for (index, source) in sources.enumerated() where source.isLive {
                group.addTask { (index, try await collectLive(source, run)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func collectLive(_ source: any Source, _ run: Int64) async throws -> SourceOutcome.Part {
        var part = SourceOutcome.Part(origin: .live)
        let today = Day(of: time.now(), in: intake.zone)
        let held = try await store.holdings(of: source.id, openSince: today.adding(days: -JumpRule.openDays))
        let fetched = try await fetch(from: source, beyond: held)
        part.failure = fetched.failure.map { "\($0)" }
        // Together, so that one day's figures may confirm another's.
        var publications: [Publication] = []
        for payload in fetched.payloads {
            try await store.archive(payload, of: source.id)
            do throws(UnreadablePayload) {
                publications += try source.parse(payload)
            } catch {
                part.failure = "unreadable: \(error)"
            }
        }
        let progress = Progress(
            "taking in what \(source.id) sent", of: "days", total: publications.count, time: time, logger: logger)
        part.counts = try await take(publications, of: source, .live, run, progress)
        if let failure = part.failure {
            outages.failed(source.id, failure)
        } else {
            source.took(fetched.payloads)
            outages.succeeded(source.id)
        }
        outages.noteBreaker(of: source.id, await source.breakerState)
        return part
    }

    /// - Throws: `CancellationError`. What the source did not give is in what it fetched.
    private func fetch(from source: any Source, beyond held: SourceHoldings) async throws -> Fetched {
        let begun = time.now()
        defer { metrics.asked(source.id, for: max(.zero, begun.duration(to: time.now()))) }
        do {
            return try await source.fetch(beyond: held, at: begun)
        } catch let failure as FetchFailure {
            return Fetched(failure: failure)
        }
    }

    // MARK: Both

    private func take(
        _ publications: [Publication], of source: any Source, _ origin: Payload.Origin, _ run: Int64,
        _ progress: Progress
    ) async throws -> Counts {
        let provenance = Intake.Provenance(source: source.id, calendar: source.calendar, origin: origin, run: run)
        let outcome = try await intake.take(publications, from: provenance) { done, coverage in
            status.update { $0.coverage = coverage }
            progress.reached(done)
        }
        log(outcome.refusals, of: source.id, origin)
        return outcome.counts
    }

    private func log(_ refusals: [Refusal], of source: SourceID, _ origin: Payload.Origin) {
        // In a published record these are known oddities; from a source today they want a look.
        let level: Logger.Level = origin == .shipped ? .debug : .warning
        for refusal in refusals.prefix(Self.refusalsLogged) {
            logger.log(
                level: level, "refused \(refusal.subject) of \(refusal.day): \(refusal.reason)",
                metadata: ["source": "\(source)", "rule": "\(refusal.rule.rawValue)"])
        }
        let others = refusals.count - Self.refusalsLogged
        if others > 0 { logger.log(level: level, "and \(others) more", metadata: ["source": "\(source)"]) }
    }

    private func note(_ report: RunReport) {
        let failures = report.failures
        let now = time.now()
        status.update { state in
            state.lastError = failures.isEmpty ? nil : failures
            if report.outcomes.contains(where: { $0.parts.contains { !$0.hasFailed } }) { state.lastSuccess = now }
        }
        let isNews = report.outcomes.contains { $0.counts.changedAnything }
        logger.log(level: isNews ? .info : .debug, "collected: \(report.summary)")
    }
}
