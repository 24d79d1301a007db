import Foundation
package import SharedDomain

/// The process that has a store open, as it wrote itself into the lock file.
package struct LockHolder: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Its process id on `host`.
    package let pid: Int32
    /// The name it gave to `Store.open`.
    package let service: String
    /// The machine or container it runs on.
    package let host: String
    /// When it opened the store, in RFC 3339.
    package let since: String

    /// This process, holding a store from `instant` on.
    package init(service: String, since instant: Instant) {
        pid = getpid()
        self.service = service
        host = Self.hostName()
        since = instant.description
    }

    /// Such as `history (pid 4711 on box, since 2026-10-30T15:00:00Z)`.
    package var description: String { "\(service) (pid \(pid) on \(host), since \(since))" }

    /// The kernel's name of this machine; `ProcessInfo.hostName` may ask a name server and wait for it.
    private static func hostName() -> String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "unknown host" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
