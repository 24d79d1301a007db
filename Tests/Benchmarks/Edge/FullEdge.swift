import Logging
import SharedDomain
import SharedHTTP
import SharedTelemetry

/// The edge with everything on, as a service in production has it: limits, spans at 1 %, figures, headers, access log.
enum FullEdge {
    static let path = "/api/v1/rates"

    static func make(logger: Logger) throws -> EdgeApplication {
        let time = TimeSource.system
        var services = EdgeServices()
        services.limiter = RateLimiter(
            limits: RateLimits(anonymousPerHour: 1_000_000_000, perMinute: 1_000_000_000), time: time)
        services.tracer = Tracer(
            resource: TraceResource(
                service: "edge-benchmark", version: "0", environment: "prod", instance: "benchmark"),
            sampleRatio: 0.01, exporter: DroppingExporter())
        let build = BuildInformation(
            service: "edge-benchmark", version: "0", revision: nil, builtAt: nil, environment: "prod")
        return try EdgeApplication.make(
            settings: EdgeSettings(host: "127.0.0.1", port: 0, portSetting: "PORT"), routes: [rates],
            health: HealthReporter { HealthReport() }, build: build, logger: logger, services: services, time: time)
    }

    private static var rates: Route {
        let text = SampleAnswer.text(bytes: EdgeBenchmark.bodyBytes)
        let version = AnswerVersion(
            tag: "1", asOf: TimeSource.system.now(), freshUntil: TimeSource.system.now().advanced(by: .seconds(3600)))
        return Route(
            .get, path, summary: "A body that is kept.",
            parameters: [CommonParameter.precision, CommonParameter.numbers],
            caching: .versioned { _ in version }, immediate: { _ in .raw(text) })
    }
}

/// Takes the spans that are sampled, and drops them.
struct DroppingExporter: SpanExporter {
    func export(_ span: FinishedSpan) {}
}
