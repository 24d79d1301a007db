import SharedDomain

/// The whole answer of `/health`. Its shape is that of the envelope with a `status` beside it, which the clients of
/// the first version read.
struct HealthDocument: JSONRepresentable {
    let report: HealthReport
    let build: BuildInformation
    let uptimeSeconds: Int64
    let timestamp: Instant

    func write(into writer: inout JSONWriter) {
        writer.object { object in
            object.member("success", isServing)
            object.member("status", isServing ? "ok" : "unavailable")
            object.object("data", writeData)
            object.member("timestamp", timestamp)
            object.member("version", SuccessEnvelope.version)
        }
    }

    /// Whether the service can answer at all.
    var isServing: Bool { report.status != .unhealthy }

    private func writeData(_ data: inout JSONObjectWriter) {
        data.member("status", report.status)
        data.member("service", build.service)
        data.member("version", build.version)
        data.member("uptime_seconds", uptimeSeconds)
        data.object("services") { services in
            for peer in report.peers {
                services.object(peer.name) { object in
                    object.member("status", peer.status)
                    object.member("response_time_ms", peer.responseMilliseconds)
                    object.member("last_check", peer.lastCheck)
                }
            }
        }
        data.object("dependencies") { dependencies in
            dependencies.member("database", report.database)
            dependencies.member("messaging", report.messaging)
        }
        data.object("freshness") { freshness in
            for figure in report.freshness { freshness.member(figure.name, figure.value) }
        }
    }
}
