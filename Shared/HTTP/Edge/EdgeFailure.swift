import HTTPTypes
import Logging
import SharedDomain

/// An error with what HTTP says beside it.
struct EdgeFailure: Error {
    let error: ServiceError
    var headers: HTTPFields = [:]
    /// The status, where it is not that of the error's code.
    var status: HTTPResponse.Status?
}

extension EdgeFailure {
    /// What a client may know of an error. The rest goes to the log.
    init(hiding error: any Error, settings: EdgeSettings, logger: Logger, route: CompiledRoute?) {
        switch error {
        case let failure as EdgeFailure:
            self = failure
        case let error as ServiceError:
            self.init(error: error)
        case is TimeLimit.Exceeded:
            self.init(
                error: .dataNotReady("The answer was not ready within \(settings.requestTimeLimit); try again."))
        case is ClientPresence.Gone:
            // Nobody reads it, but it is counted and logged: as what many servers call a client that closed its request.
            self.init(
                error: .dataNotReady("The client has gone."),
                status: HTTPResponse.Status(code: 499, reasonPhrase: "Client Closed Request"))
        case is CancellationError:
            self.init(error: .dataNotReady("The service is stopping; try again."))
        default:
            logger.error(
                "request failed",
                metadata: [
                    "route": "\(route?.route.path ?? EdgeMetrics.unmatched)", "cause": "\(String(reflecting: error))",
                ])
            self.init(error: .internalError())
        }
    }

    static func unknownPath(_ path: String) -> EdgeFailure {
        EdgeFailure(
            error: .notFound(
                "There is nothing at '\(ServiceError.quoted(path))'.",
                details: [
                    "parameter": "path", "provided": ServiceError.quoted(path), "expected": "a path of this service",
                ]))
    }

    static func methodNotAllowed(_ method: String, allowed: [RouteMethod]) -> EdgeFailure {
        let names = RouteMethod.names(allowed) + ", OPTIONS"
        return EdgeFailure(
            error: ServiceError(
                .methodNotAllowed, "The method \(ServiceError.quoted(method)) is not allowed here. Allowed: \(names).",
                details: ["parameter": "method", "provided": ServiceError.quoted(method), "expected": names]),
            headers: [.allow: names])
    }
}
