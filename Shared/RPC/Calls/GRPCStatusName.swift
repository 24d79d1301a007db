import GRPCCore

/// The statuses of gRPC by the names that its documentation gives them
/// (github.com/grpc/grpc/blob/master/doc/statuscodes.md).
enum GRPCStatusName {
    private static let names = [
        "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
        "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED",
        "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
    ]

    /// A code that is none of them means what `UNKNOWN` does.
    static func of(_ code: Status.Code) -> String {
        names.indices.contains(code.rawValue) ? names[code.rawValue] : "UNKNOWN"
    }
}

extension Status.Code {
    /// The status of a call that ended with an error.
    init(of error: any Error) {
        switch error {
        case let error as RPCError: self.init(error.code)
        case let error as any RPCErrorConvertible: self.init(error.rpcErrorCode)
        case is CancellationError: self = .cancelled
        default: self = .unknown
        }
    }
}
