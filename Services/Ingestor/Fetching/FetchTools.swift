import Logging
import SharedDomain

/// What all calls to sources share.
struct FetchTools: Sendable {
    let time: TimeSource
    let logger: Logger
    let limiter = CallLimiter(mostAtOnce: 10)
}
