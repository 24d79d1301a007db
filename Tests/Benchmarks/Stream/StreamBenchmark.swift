import Foundation
import GRPCCore
import NIOCore
import NIOPosix
import SharedMessaging
import SharedRPC

/// Opens many streams of rates at a currency service that runs, and prints what they cost it and how long a change takes
/// to reach them: from when it is delivered until each client has read it. Exits with 1 when a stream is refused or lost.
@main
enum StreamBenchmark {
    static func main() async {
        do {
            let arguments = try Arguments(Array(CommandLine.arguments.dropFirst()))
            raiseFileLimit()
            let peer = try RPCPeer(
                name: "currency", host: "127.0.0.1", port: arguments.rpcPort, methods: GRPCEventTransport.methods)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await peer.client.runConnections() }
                try await measure(arguments, Producer(peer: peer))
                peer.client.beginGracefulShutdown()
                try await group.waitForAll()
            }
        } catch {
            FileHandle.standardError.write(Data("stream-benchmark: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func measure(_ arguments: Arguments, _ producer: Producer) async throws {
        var producer = producer
        // There has to be something to begin with.
        try await producer.deliver()
        let receipts = Receipts(clients: arguments.clients, states: arguments.changes + 1)
        let before = try ProcessMemory.residentMebibytes(of: arguments.pid)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let clients = try await StreamClients.open(arguments, receipts, on: group)
        _ = try await receipts.all(of: 0)
        let after = try ProcessMemory.residentMebibytes(of: arguments.pid)
        print("  \(arguments.clients) streams: resident \(before) MiB before, \(after) MiB with all of them open")

        var each: [Duration] = []
        var last: [Duration] = []
        var committed: [Duration] = []
        for change in 1...arguments.changes {
            let start = ContinuousClock.now
            try await producer.deliver()
            committed.append(.now - start)
            let times = try await receipts.all(of: change).map { $0 - start }
            each += times
            last.append(times.max() ?? .zero)
        }
        let end = try ProcessMemory.residentMebibytes(of: arguments.pid)
        print("  \(arguments.changes) changes, from their delivery to each client: \(Spread(each))")
        print("    to the last client: \(Spread(last)); to the commit alone: \(Spread(committed))")
        print("    resident \(end) MiB after them")
        receipts.finish()
        try await clients.close()
        try await group.shutdownGracefully()
    }

    /// Each client takes a descriptor.
    private static func raiseFileLimit() {
        var limit = rlimit()
        #if os(Linux)
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let resource = RLIMIT_NOFILE
        #endif
        guard getrlimit(resource, &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        _ = setrlimit(resource, &limit)
    }
}
