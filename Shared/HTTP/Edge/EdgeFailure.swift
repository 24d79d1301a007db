import HTTPTypes
import SharedDomain

/// An error with what HTTP says beside it.
struct EdgeFailure: Error {
    let error: ServiceError
    var headers: HTTPFields = [:]
}

extension EdgeFailure {
    static func unknownPath(_ path: String) -> EdgeFailure {
        EdgeFailure(error: .notFound("There is nothing at '\(ServiceError.quoted(path))'."))
    }

    static func methodNotAllowed(_ method: String, allowed: [RouteMethod]) -> EdgeFailure {
        let names = allowed.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }.joined(separator: ", ")
        return EdgeFailure(
            error: ServiceError(
                .methodNotAllowed, "The method \(ServiceError.quoted(method)) is not allowed here. Allowed: \(names).",
                details: ["provided": ServiceError.quoted(method), "expected": names]),
            headers: [.allow: names])
    }
}
