import Foundation
import Logging
import ServiceLifecycle
import SharedDomain
import SharedHTTP
import SharedTelemetry

/// Serves the same bytes in three ways, each on a port of its own on the loopback address, until it is stopped. Prints
/// one line for each: its name and its URL. `infrastructure/local/bench-edge.sh` compares them. The one argument there
/// may be is the size of the body, for a comparison with another service's answer.
@main
struct EdgeBenchmark {
    /// The size of the body that both the bare route and the kept one answer, in bytes: by default a page of rates.
    static let bodyBytes = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 900

    static func main() async throws {
        let sink = FileHandle(forWritingAtPath: "/dev/null") ?? .standardError
        let logger = TelemetryBootstrap.makeLogger(
            service: "edge-benchmark", settings: LogSettings(level: .info, format: .json),
            sink: FileDescriptorSink(sink.fileDescriptor))
        let bare = BareServer(body: SampleAnswer.body(bytes: bodyBytes), logger: logger)
        let edge = try FullEdge.make(logger: logger)
        let group = ServiceGroup(services: [bare, edge], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let (bareURL, edgeURL) = (
                "http://127.0.0.1:\(try await bare.port())", "http://127.0.0.1:\(try await edge.boundPort)"
            )
            let lines = [
                "bare \(bareURL)/bare", "bare-live \(bareURL)/live", "live \(edgeURL)/health/live",
                "cached \(edgeURL)\(FullEdge.path)",
            ]
            FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
            try await tasks.waitForAll()
        }
    }
}
