/// Where one service listens and where its peers find it.
package struct ServiceAddressSettings: Sendable {
    /// The service's short name, in lower case; the variables begin with it in upper case.
    package let service: String
    /// The port of its HTTP API.
    package let httpPort: Setting<Int>
    /// The port of its gRPC.
    package let grpcPort: Setting<Int>
    /// Where peers find its gRPC; nil is this machine and `grpcPort`.
    package let address: Setting<PeerAddress?>

    private init(_ service: String, httpPort: Int, grpcPort: Int) {
        let prefix = service.uppercased()
        let grpcPortName = "\(prefix)_GRPC_PORT"
        self.service = service
        self.httpPort = Setting(
            "\(prefix)_HTTP_PORT", .port, default: httpPort, summary: "The port of the HTTP API of \(service)")
        self.grpcPort = Setting(grpcPortName, .port, default: grpcPort, summary: "The port of the gRPC of \(service)")
        self.address = Setting(
            "\(prefix)_ADDRESS", .optional(.address), default: nil,
            describedAs: "\(Self.defaultHost):\(grpcPort), or the \(grpcPortName) that is set",
            summary: "Where the other services find the gRPC of \(service)")
    }

    private static let defaultHost = "127.0.0.1"

    /// The service of the latest rates.
    package static let currency = Self("currency", httpPort: 8001, grpcPort: 9001)
    /// The service of selections and charts.
    package static let ranking = Self("ranking", httpPort: 8002, grpcPort: 9002)
    /// The service of the series.
    package static let history = Self("history", httpPort: 8003, grpcPort: 9003)
    /// The service that collects from the sources.
    package static let ingestor = Self("ingestor", httpPort: 8004, grpcPort: 9004)
    /// The four services.
    package static let all = [currency, ranking, history, ingestor]

    /// The three variables' names.
    package var names: [String] { [httpPort.name, grpcPort.name, address.name] }

    /// Where to call this service.
    ///
    /// - Throws: When no address is set and the port is one that only the service itself will know.
    package func peerAddress(_ settings: Settings) throws(ConfigurationProblems) -> PeerAddress {
        if let given = try settings[address] { return given }
        guard let local = PeerAddress(host: Self.defaultHost, port: try settings[grpcPort]) else {
            throw ConfigurationProblems(
                ConfigurationProblem(
                    address.name,
                    "is not set, and \(grpcPort.name) is 0, a port not known beforehand: set it to host:port."))
        }
        return local
    }
}
