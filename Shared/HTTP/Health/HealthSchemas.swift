/// What the routes that every service has answer; members in the order in which they are written.
extension HealthDocument {
    static let schema = ValueSchema.object(
        named: "HealthReport",
        [
            "success": .boolean("Whether the service can answer at all."),
            "status": .oneOf(["ok", "unavailable"], "The same in a word."),
            "data": .object([
                "status": .oneOf(HealthStatus.self, "`degraded`: not with everything, or not with the newest."),
                "service": .string(),
                "version": .string("The version of the release."),
                "uptime_seconds": .integer("Seconds since the process started.", atLeast: 0),
                "services": .map(of: peer, "The services it asks, by name."),
                "dependencies": .object([
                    "database": .oneOf(HealthStatus.self, "Its store."),
                    "messaging": .oneOf(HealthStatus.self, "Delivery of events, to it or from it."),
                ]),
                "freshness": .anyObject("Figures that say how fresh its data is; they differ from service to service."),
            ]),
            "timestamp": .instant("When the report was made."),
            "version": .oneOf([SuccessEnvelope.version], "The version of the API."),
        ])

    private static let peer = ValueSchema.object([
        "status": .oneOf(HealthStatus.self),
        "response_time_ms": .number("Of the last question, in milliseconds.", atLeast: 0).nullable,
        "last_check": .instant("When it was asked last.").nullable,
    ])
}

extension BuildInformation {
    static let schema = ValueSchema.object(
        named: "Version",
        [
            "service": .string(),
            "version": .string("The version of the release."),
            "api_version": .oneOf([SuccessEnvelope.version], "The version of the API."),
            "git_revision": .string("The revision it was built from.").nullable,
            "build_time": .instant("When it was built.").nullable,
            "environment": .string("Where it runs, such as `local` or `prod`."),
        ])
}
