import SharedDomain

/// The routes that every service answers the same way.
struct HealthRoutes {
    let reporter: HealthReporter
    let build: BuildInformation
    let time: TimeSource
    let startedAt: Instant
    let retryAfterSeconds: Int

    var routes: [Route] { [health, live, ready, version] }

    /// 200 while the service can answer at all, 503 when it cannot; the body tells more either way.
    private var health: Route {
        Route(
            .get, "/health", summary: "How the service does, with its peers and its data.",
            answers: .document(HealthDocument.schema, "It can answer; `data.status` says how well.")
                .orUnavailable(HealthDocument.schema, "It cannot answer."),
            isProbe: true
        ) { _ in
            let now = time.now()
            let document = HealthDocument(
                report: await reporter.report(), build: build, uptimeSeconds: now.seconds - startedAt.seconds,
                timestamp: now)
            let reply = EdgeReply.raw(document).settingHeader("Cache-Control", to: "no-store")
            return document.isServing ? reply : reply.unavailable(retryAfterSeconds: retryAfterSeconds)
        }
    }

    /// The process runs and answers.
    private var live: Route {
        let reply = EdgeReply.success(Liveness()).settingHeader("Cache-Control", to: "no-store")
        return Route(
            .get, "/health/live", summary: "Whether the process is up.",
            answers: .data(.object(["status": .oneOf(["live"])]), "It is."), isProbe: true,
            immediate: { _ in reply })
    }

    /// 503 `DATA_NOT_READY` until the service is ready to serve.
    private var ready: Route {
        Route(
            .get, "/health/ready",
            summary: "Whether the service is ready to serve: its store is there and its data in.",
            answers: .data(.object(["status": .oneOf(["ready"])]), "It is."), errors: [.dataNotReady], isProbe: true
        ) { _ in
            if let reason = await reporter.report().notReady {
                throw ServiceError.dataNotReady("Not ready to serve: \(reason).")
            }
            return EdgeReply.success(Readiness()).settingHeader("Cache-Control", to: "no-store")
        }
    }

    private var version: Route {
        Route(
            .get, "/version", summary: "What is running.", answers: .data(BuildInformation.schema),
            immediate: { _ in EdgeReply.success(build) })
    }

    private struct Liveness: JSONRepresentable {
        func write(into writer: inout JSONWriter) {
            writer.object { $0.member("status", "live") }
        }
    }

    private struct Readiness: JSONRepresentable {
        func write(into writer: inout JSONWriter) {
            writer.object { $0.member("status", "ready") }
        }
    }
}
