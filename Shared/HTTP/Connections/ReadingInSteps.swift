import NIOCore

/// Lets a client that reads slowly be told from one that does not read.
///
/// The kernel takes up to some megabytes at once, and says that there is room again only when about a third of that has
/// gone: minutes for a slow line, in which nothing seems to move. Bounded so, it says so after tens of kilobytes.
enum ReadingInSteps {
    /// How much may wait unsent in the kernel, in bytes.
    private static let unsentBytes: ChannelOptions.Types.SocketOption.Value = 65_536

    /// `TCP_NOTSENT_LOWAT` of Linux's `tcp.h` and of Darwin's: NIO names neither.
    #if canImport(Darwin)
        private static let option = NIOBSDSocket.Option(rawValue: 0x201)
    #else
        private static let option = NIOBSDSocket.Option(rawValue: 25)
    #endif

    /// Bounds what waits on this connection from now on.
    static func ask(of channel: any Channel) {
        // It fails only where the connection was closed meanwhile: then nobody reads.
        _ = channel.setOption(ChannelOptions.Types.SocketOption(level: .tcp, name: option), value: unsentBytes)
    }
}
