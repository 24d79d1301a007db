import ArgumentParser
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SharedConfig

/// Asks the service that runs with these settings whether it is ready to serve: exit 0 or 1. What a container's health
/// check runs. Over HTTP, so that it depends on nothing but the service: not on the files of TLS, for one.
struct HealthCommand<Hosted: HostedService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "health", abstract: "Ask the running service whether it serves; exit 0 if it does, else 1.",
            discussion: """
                Asks for /health/ready over HTTP, at the address and the port that the service's settings name, and \
                waits three seconds at most. Exit code 78: a setting is wrong.
                """)
    }

    func run() async throws {
        let host = Hosted.hostConfig(of: try Startup.config(of: Hosted.self))
        let serves = await isReady(at: Self.url(host))
        print(serves ? "serving" : "not serving")
        if !serves { throw ExitCode.failure }
    }

    private func isReady(at url: String) async -> Bool {
        do {
            let answer = try await HTTPClient.shared.execute(HTTPClientRequest(url: url), timeout: .seconds(3))
            if answer.status == .ok { return true }
            Startup.complain("\(url) answers \(answer.status.code)")
        } catch {
            Startup.complain("no answer from \(url): \(error)")
        }
        return false
    }

    /// Listening on every interface includes this machine's own.
    private static func url(_ host: HostConfig) -> String {
        let address = ["0.0.0.0": "127.0.0.1", "::": "::1"][host.common.bindHost] ?? host.common.bindHost
        let authority = address.contains(":") ? "[\(address)]" : address
        return "http://\(authority):\(host.listen.httpPort)/health/ready"
    }
}
