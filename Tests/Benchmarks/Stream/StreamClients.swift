import NIOCore
import NIOPosix

/// Many clients of the stream, from as many addresses of this machine as the service's bound for one client asks for.
struct StreamClients {
    private static let addresses = 64
    /// How many connect at one time: fewer than a listening socket's queue holds.
    private static let atOnce = 100

    let channels: [any Channel]

    /// Connects them all, and asks for the stream on each.
    static func open(_ arguments: Arguments, _ receipts: Receipts, on group: any EventLoopGroup) async throws -> Self {
        var channels: [any Channel] = []
        for start in stride(from: 0, to: arguments.clients, by: atOnce) {
            let end = min(start + atOnce, arguments.clients)
            channels += try await withThrowingTaskGroup(of: (any Channel).self) { tasks in
                for number in start..<end {
                    tasks.addTask { try await connect(number, arguments, receipts, on: group) }
                }
                return try await tasks.reduce(into: []) { $0.append($1) }
            }
        }
        return Self(channels: channels)
    }

    /// Closes them all.
    func close() async throws {
        for channel in channels { channel.close(promise: nil) }
        for channel in channels { try await channel.closeFuture.get() }
    }

    private static func connect(
        _ number: Int, _ arguments: Arguments, _ receipts: Receipts, on group: any EventLoopGroup
    ) async throws -> any Channel {
        let request = """
            GET /api/v1/currencies/stream?\(arguments.query) HTTP/1.1\r
            Host: 127.0.0.1\r
            Accept: text/event-stream\r
            \r

            """
        let source = try SocketAddress(ipAddress: "127.0.0.\(1 + number % addresses)", port: 0)
        return try await ClientBootstrap(group: group)
            .bind(to: source)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        StreamClient(request: request, receipts: receipts))
                }
            }
            .connect(host: "127.0.0.1", port: arguments.httpPort).get()
    }
}
