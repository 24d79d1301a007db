import Foundation

/// How many files and connections the process may have open.
enum FileDescriptorLimit {
    /// Takes as many as the system gives without asking an administrator: the usual limit of 1,024 is lower than the
    /// bound of connections. What the system refuses stays as it was; the bounds of connections hold either way.
    static func raise() {
        var limit = rlimit()
        #if os(Linux)
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let resource = RLIMIT_NOFILE
        #endif
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        limit.rlim_cur = min(limit.rlim_max, Self.enough)
        _ = setrlimit(resource, &limit)
    }

    /// More than the largest bound of connections needs on a usual system; macOS refuses an unlimited number.
    private static let enough: rlim_t = 65_536
}
