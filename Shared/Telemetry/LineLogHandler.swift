package import Logging
package import SharedDomain

/// A log handler that writes each event as one line.
package struct LineLogHandler: LogHandler {
    /// The least severe level that is logged.
    package var logLevel: Logger.Level
    /// What goes with every line of this logger.
    package var metadata: Logger.Metadata = [:]
    /// What goes with a line because of where it is logged.
    package var metadataProvider: Logger.MetadataProvider? { didSet { carriesRequestOnly = false } }

    private let formatter: any LineFormatter
    private let sink: any LineSink
    private let now: @Sendable () -> Instant
    /// Whether the provider is known to be the one of the current request.
    private var carriesRequestOnly: Bool

    /// A handler of a service's lines.
    ///
    /// - Parameters:
    ///   - label: The logger's label; shown where it is not the service's name.
    ///   - now: The time that lines bear.
    ///   - metadataProvider: What goes with a line because of where it is logged.
    package init(
        service: String, label: String, settings: LogSettings, sink: any LineSink,
        now: @escaping @Sendable () -> Instant, metadataProvider: Logger.MetadataProvider?
    ) {
        let origin = LineOrigin(service: service, label: label)
        self.formatter =
            switch settings.format {
            case .text: TextLineFormatter(origin: origin, maximumBytes: settings.maximumLineBytes)
            case .json: JSONLineFormatter(origin: origin, maximumBytes: settings.maximumLineBytes)
            }
        self.logLevel = settings.level
        self.sink = sink
        self.now = now
        self.metadataProvider = metadataProvider
        carriesRequestOnly = false
    }

    /// A handler of a service's lines, which carry the names of the current request.
    package init(
        service: String, label: String, settings: LogSettings, sink: any LineSink,
        now: @escaping @Sendable () -> Instant
    ) {
        self.init(
            service: service, label: label, settings: settings, sink: sink, now: now, metadataProvider: .request)
        carriesRequestOnly = true
    }

    /// Lines of such requests, written faster; nil where lines say more than that.
    func prepare(_ subject: AccessSubject) -> PreparedLines? {
        guard carriesRequestOnly, metadata.isEmpty else { return nil }
        return LineTemplate(formatter, subject).map { PreparedLines(template: $0, sink: sink, now: now) }
    }

    /// Lets the sink say in lines like this handler's, whatever the level, how many it dropped.
    func letSinkSayDropped() {
        sink.sayDropped { [formatter, now] in DroppedLines.line($0, by: formatter, at: now()) }
    }

    /// Writes one line. What the event brings wins over what the place brings, and that over what the logger brings.
    package func log(event: LogEvent) {
        var merged = metadata
        if let provided = metadataProvider?.get() { merged.merge(provided) { _, new in new } }
        if let given = event.metadata { merged.merge(given) { _, new in new } }
        sink.write(formatter.line(for: event, metadata: merged, at: now()))
    }

    /// A value of this logger's own metadata.
    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}
