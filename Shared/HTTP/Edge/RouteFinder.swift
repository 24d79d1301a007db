import HTTPTypes
import HummingbirdCore
import SharedDomain

/// What a request is addressed to.
enum Finding {
    /// A target that was asked and decoded before, in a request without a body.
    case known(KnownTarget)
    /// A route, the segments its template's parameters stand for, and the target.
    case route(CompiledRoute, captured: [String], RequestTarget)
    /// `OPTIONS` on a path with these methods.
    case options([RouteMethod])
    /// Nothing; why.
    case nothing(any Error)

    /// The route that answers.
    var route: CompiledRoute? {
        switch self {
        case .known(let target): target.route
        case .route(let route, _, _): route
        case .options, .nothing: nil
        }
    }
}

/// Finds what a request is addressed to.
struct RouteFinder: Sendable {
    let table: RouteTable
    let memory: TargetMemory
    let maximumTargetBytes: Int

    func find(_ request: Request, hasBody: Bool) -> Finding {
        let isGet = request.method == .get || request.method == .head
        if isGet, !hasBody, let known = memory.find(request.uri.string) { return .known(known) }
        if request.method == .options, request.uri.string == "*" { return .options(RouteMethod.allCases) }
        do {
            let target = try RequestTarget(request.uri, maximumBytes: maximumTargetBytes)
            let method = isGet ? .get : RouteMethod(rawValue: request.method.rawValue)
            switch table.match(method, target.segments) {
            case .found(let route, let captured): return .route(route, captured: captured, target)
            case .otherMethods(let methods) where request.method == .options: return .options(methods)
            case .otherMethods(let methods):
                throw EdgeFailure.methodNotAllowed(request.method.rawValue, allowed: methods)
            case .unknownPath: throw EdgeFailure.unknownPath(request.uri.path)
            }
        } catch {
            return .nothing(error)
        }
    }
}
