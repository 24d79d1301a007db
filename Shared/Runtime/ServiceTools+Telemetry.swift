import Foundation
import ServiceLifecycle
import SharedConfig
import SharedTelemetry

extension OTLPExporter {
    /// The exporter that the settings ask for; nil when they ask for none.
    static func make(_ config: TelemetryConfig, _ environment: HostEnvironment) throws -> OTLPExporter? {
        guard let endpoint = config.endpoint else { return nil }
        guard let address = OTLPEndpoint(endpoint.absoluteString) else {
            throw ConfigurationProblems(
                ConfigurationProblem(
                    TelemetryConfig.endpoint.name,
                    "is \(endpoint.absoluteString), where no traces can be sent: set it to an http or https URL."))
        }
        return OTLPExporter(
            endpoint: address, metrics: environment.metrics, logger: environment.logger, time: environment.time)
    }
}

extension Tracer {
    /// Records what the settings ask for; without a place to send spans to it only passes traces on.
    static func make(of identity: ServiceIdentity, _ config: HostConfig, to exporter: OTLPExporter?) -> Tracer {
        guard let exporter else { return .disabled }
        let resource = TraceResource(
            service: identity.executable, version: BuildSettings.version,
            environment: config.common.environment.rawValue, instance: CorrelationID.make().value)
        return Tracer(
            resource: resource, sampleRatio: Double(config.telemetry.samplePercent) / 100, exporter: exporter)
    }
}

/// Sends spans while the service runs, and what is left of them when it stops.
struct SpanExport: Service {
    let exporter: OTLPExporter

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await exporter.run()
        } onGracefulShutdown: {
            exporter.stop()
        }
    }
}
