package import GRPCCore
package import SharedDomain

/// The one place where an error of ours becomes a gRPC status, and a gRPC status an error of ours.
extension ServiceError: RPCErrorConvertible {
    /// The metadata key that carries `ErrorCode` beside the coarser gRPC status.
    private static let codeKey = "x-error-code"

    package var rpcErrorCode: RPCError.Code { code.rpcCode }

    package var rpcErrorMessage: String { message }

    package var rpcErrorMetadata: Metadata { [Self.codeKey: .string(code.rawValue)] }

    /// What a caller of `peer` tells its own caller: the peer's own words where it refused the question, else that it
    /// did not answer.
    package init(_ error: RPCError, from peer: String) {
        let named = error.metadata[stringValues: Self.codeKey].first { _ in true }
        if let named, let code = ErrorCode(rawValue: named) {
            self.init(code, error.message, details: ["peer": peer])
        } else {
            self.init(.externalAPIError, "\(peer) did not answer", details: ["peer": peer])
        }
    }
}

extension ErrorCode {
    /// The gRPC status that stands for this code.
    fileprivate var rpcCode: RPCError.Code {
        switch self {
        case .missingParameter, .invalidParameter, .invalidCurrencyCode, .invalidCountryCode, .invalidPeriod,
            .invalidDate, .payloadTooLarge, .unsupportedMediaType:
            .invalidArgument
        case .unauthorized: .unauthenticated
        case .forbidden: .permissionDenied
        case .notFound: .notFound
        case .methodNotAllowed: .unimplemented
        case .rateLimitExceeded: .resourceExhausted
        case .internalError: .internalError
        case .dataNotReady, .databaseUnavailable, .cacheUnavailable, .externalAPIError: .unavailable
        }
    }
}
