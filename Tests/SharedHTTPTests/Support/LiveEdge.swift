import Logging
import ServiceLifecycle
import SharedHTTP
import SharedTelemetry

extension TestEdge {
    /// Serves on a free port while the test talks to it.
    func serving<Result: Sendable>(
        _ talk: @Sendable (_ port: Int, _ group: ServiceGroup) async throws -> Result
    ) async throws -> Result {
        let group = ServiceGroup(services: [edge], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            defer { tasks.cancelAll() }
            return try await talk(try await edge.boundPort, group)
        }
    }

    /// The value of a metric, by its name and labels as they are written; nil where there is none.
    func figure(_ series: String) async -> String? {
        let lines = await metrics.exposition().split(separator: "\n")
        return lines.first { $0.hasPrefix(series + " ") }.map { String($0.dropFirst(series.count + 1)) }
    }
}
