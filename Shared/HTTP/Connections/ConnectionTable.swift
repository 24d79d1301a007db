import NIOCore
import SharedTelemetry
import Synchronization

/// The connections that are open, by client, so that no client takes them all.
///
/// A client is an IPv4 address or the /64 network of an IPv6 address, which one client usually has as a whole. Trusted
/// proxies, who speak for many, are not bounded. As large as the number of connections, at most.
final class ConnectionTable: Sendable {
    private let maximumPerClient: Int
    private let trustedProxies: [IPNetwork]
    private let figures: ConnectionFigures
    private let counts = Mutex<[ClientNetwork: Int]>([:])

    init(maximumPerClient: Int, trustedProxies: [IPNetwork], figures: ConnectionFigures) {
        self.maximumPerClient = maximumPerClient
        self.trustedProxies = trustedProxies
        self.figures = figures
    }

    /// Whether a new connection may stay; it is counted until it is closed.
    func admit(_ channel: any Channel) -> Bool {
        let network = channel.remoteAddress.flatMap(IPAddress.init).flatMap(boundedNetwork)
        guard network.map(add) ?? true else {
            figures.refused.add()
            return false
        }
        figures.open.add(1)
        channel.closeFuture.whenComplete { [self] _ in
            figures.open.add(-1)
            if let network { remove(network) }
        }
        return true
    }

    /// How many clients have connections.
    var clientCount: Int { counts.withLock(\.count) }

    private func boundedNetwork(_ address: IPAddress) -> ClientNetwork? {
        trustedProxies.contains { $0.contains(address) } ? nil : ClientNetwork(address)
    }

    private func add(_ network: ClientNetwork) -> Bool {
        counts.withLock { counts in
            guard counts[network, default: 0] < maximumPerClient else { return false }
            counts[network, default: 0] += 1
            return true
        }
    }

    private func remove(_ network: ClientNetwork) {
        counts.withLock { counts in
            guard let count = counts[network] else { return }
            counts[network] = count > 1 ? count - 1 : nil
        }
    }
}

/// Whose connections are counted together.
private struct ClientNetwork: Hashable {
    let high: UInt64
    let low: UInt64

    init(_ address: IPAddress) {
        (high, low) = address.prefix(address.isIPv4 ? 128 : 64)
    }
}
