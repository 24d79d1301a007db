import GRPCCore
import SharedContracts
import SwiftProtobuf

/// `grpc.health.v1`, answered from a registry: https://github.com/grpc/grpc/blob/master/doc/health-checking.md
struct HealthService: HealthV1Health.SimpleServiceProtocol {
    let registry: HealthRegistry

    func check(request: HealthV1HealthCheckRequest, context: ServerContext) async throws -> HealthV1HealthCheckResponse
    {
        guard let status = registry.status(of: request.service) else {
            throw RPCError(code: .notFound, message: "no service is named \(request.service)")
        }
        return .with { $0.status = status == .serving ? .serving : .notServing }
    }

    func watch(
        request: HealthV1HealthCheckRequest,
        response: RPCWriter<HealthV1HealthCheckResponse>,
        context: ServerContext
    ) async throws {
        guard let changes = registry.watch(request.service) else {
            throw RPCError(
                code: .resourceExhausted,
                message: "there are \(HealthRegistry.maximumWatchers) watchers already")
        }
        for await status in changes {
            try await response.write(
                .with {
                    switch status {
                    case .serving: $0.status = .serving
                    case .notServing: $0.status = .notServing
                    case nil: $0.status = .serviceUnknown
                    }
                })
        }
    }
}
