import Foundation
import SharedConfig
import SharedDomain

/// The settings that only the data-ingestor reads.
enum IngestorSettings {
    static let mode = Setting<ExecutionMode>(
        "EXECUTION_MODE", .choice, default: .scheduler,
        summary:
            "scheduler collects at every interval; single collects once, waits for delivery and ends with a summary; "
            + "cronjob does the same quietly, on free ports")
    static let seed = Setting<SeedData>(
        "SEED_DATA", .choice, default: .shipped,
        summary: "shipped loads the history that comes with the release before any source is asked; none does not")
    static let interval = Setting<Duration>(
        "INGEST_INTERVAL_SECONDS", .seconds(in: 1...86_400), default: .seconds(300),
        summary: "How often the sources are asked in scheduler mode; a run that takes longer delays the next")
    static let sources = Setting<[SourceID]>(
        "INGEST_SOURCES", .list(of: .knownSource, atMost: 16),
        default: KnownSource.all.filter { !$0.needsKey }.compactMap { SourceID($0.name) },
        summary: "Which sources are collected from; those that want a key only where they are named")
    static let baskets = Setting<URL?>(
        "BASKETS_FILE", .optional(.file), default: nil,
        summary:
            "A CSV file of your own prices (date,country,item,local_price,currency,source), read again when it has "
            + "changed; a regular file of at most 4 MiB, no symbolic link")
    static let maximumJump = Setting<Int>(
        "INGEST_MAX_JUMP_PERCENT", .int(in: 1...1000), default: 20,
        summary:
            "A new rate that differs by more from the last accepted one is refused until a later publication agrees; "
            + "the shipped history is a checked record and taken as it is")
    static let deliveryTimeout = Setting<Duration>(
        "DELIVERY_TIMEOUT_SECONDS", .seconds(in: 0...3600), default: .seconds(60),
        summary: "How long single and cronjob wait until every subscriber has everything")
    static let outboxRetention = Setting<Int>(
        "OUTBOX_RETENTION_DAYS", .int(in: 1...3650), default: 30,
        summary: "How long an event stays in the log after a later one for the same day has superseded it")

    static let collection = SettingsGroup(
        "Collection", mode, seed, interval, sources, baskets, maximumJump, deliveryTimeout, outboxRetention)
    static let endpoints = SettingsGroup("Sources", KnownSource.all.flatMap { $0.endpoint?.all ?? [] })
}

extension SettingKind where Value == SourceID {
    /// The name of a source that this release has an adapter for.
    static var knownSource: Self {
        let names = KnownSource.all.map(\.name)
        return Self(
            expected: "one of \(names.joined(separator: ", "))",
            parse: { names.contains($0) ? SourceID($0) : nil },
            format: { $0.description })
    }
}
