import Foundation
import SharedTesting

/// A service as a process that has said that it is ready, and on which ports.
struct RunningService {
    let process: RunningProcess
    let httpPort: Int
    let rpcPort: Int

    /// Starts an executable and waits until it says that it is ready.
    init(_ executable: String, environment: [String: String], in directory: TemporaryDirectory) async throws {
        let process = try RunningProcess(executable, environment: environment, in: directory)
        var ports: (Int, Int)?
        try await eventually(within: .seconds(60), "\(executable) is ready") {
            let log = process.log
            ports = Self.ports(in: log)
            return ports != nil
        }
        guard let (http, rpc) = ports else { throw TestFailure("\(executable) named no ports") }
        self.process = process
        httpPort = http
        rpcPort = rpc
    }

    /// The ports in the line that says that the service is ready; nil before it is there.
    private static func ports(in log: String) -> (Int, Int)? {
        guard let http = figure("http_port=", in: log), let rpc = figure("grpc_port=", in: log) else { return nil }
        return (http, rpc)
    }

    private static func figure(_ name: String, in log: String) -> Int? {
        guard let range = log.range(of: name) else { return nil }
        let digits = log[range.upperBound...].prefix { $0.isNumber }
        // A line that is still being written may end in the middle of the figure.
        guard digits.endIndex < log.endIndex else { return nil }
        return Int(digits)
    }
}
