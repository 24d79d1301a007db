import Foundation

/// A port that nobody has, from below those that the system hands out by itself: one that a stopped server had can be
/// bound again, because no other test is given it.
///
/// - Throws: `TestFailure` when none of many tries was free.
package func freePort() throws -> Int {
    for _ in 0..<200 {
        let port = Int.random(in: 20_000..<30_000)
        if isFree(port) { return port }
    }
    throw TestFailure("no port between 20000 and 30000 is free")
}

private func isFree(_ port: Int) -> Bool {
    #if os(Linux)
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
        let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
    }
}
