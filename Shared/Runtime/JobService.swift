import ServiceLifecycle

/// Work that ends by itself, and the process with it.
struct JobService: Service {
    let job: @Sendable () async throws -> Void

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await job() }
    }
}
