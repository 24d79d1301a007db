/// The ports of one service; 0 takes a free one, which the service then logs.
package struct ListenConfig: Sendable, Hashable {
    /// The port of the HTTP API.
    package var httpPort: Int
    /// The port of gRPC.
    package var grpcPort: Int

    /// Ports given by hand; left out, free ones, as a test wants them.
    package init(httpPort: Int = 0, grpcPort: Int = 0) {
        self.httpPort = httpPort
        self.grpcPort = grpcPort
    }

    /// The ports of a service, from the checked settings.
    package init(_ settings: Settings, for service: ServiceAddressSettings) throws(ConfigurationProblems) {
        self.init(httpPort: try settings[service.httpPort], grpcPort: try settings[service.grpcPort])
        guard httpPort != grpcPort || httpPort == 0 else {
            throw ConfigurationProblems(
                ConfigurationProblem(
                    service.grpcPort.name, "is \(grpcPort), which is \(service.httpPort.name) too: set another one."))
        }
    }
}
