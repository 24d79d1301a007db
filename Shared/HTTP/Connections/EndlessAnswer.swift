import NIOCore

/// Keeps little for a client that reads an answer without an end too slowly: what it has not read in time it is not to
/// read later.
enum EndlessAnswer {
    /// What the kernel may keep, in bytes; Linux allows itself twice as much.
    private static let kernelBytes: ChannelOptions.Types.SocketOption.Value = 65_536
    /// What may be kept in memory beside that before the writer waits, and until when it waits, in bytes.
    private static let memoryBytes = ChannelOptions.Types.WriteBufferWaterMark(low: 4096, high: 16_384)

    /// Bounds what is kept for the client of this connection.
    static func bound(_ context: ChannelHandlerContext) {
        // Either fails only where the connection was closed meanwhile: then nothing is kept at all.
        _ = context.channel.setOption(.socketOption(.so_sndbuf), value: kernelBytes)
        _ = context.channel.setOption(.writeBufferWaterMark, value: memoryBytes)
    }
}
