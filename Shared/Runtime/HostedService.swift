package import SharedConfig

/// A service as the start-up sees it: who it is, what it is told, and how it is put together.
package protocol HostedService: Sendable {
    associatedtype Config: ServiceConfiguration

    static var identity: ServiceIdentity { get }

    /// The part of a configuration that every service has.
    static func hostConfig(of config: Config) -> HostConfig

    /// The composition root: opens the store, fills memory from it, and lists what runs.
    /// - Throws: what keeps the service from starting.
    static func host(_ config: Config, _ environment: HostEnvironment) async throws -> ServiceHost
}
