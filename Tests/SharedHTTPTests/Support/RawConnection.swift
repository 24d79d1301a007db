import Foundation
import NIOCore
import NIOPosix
import SharedTesting

/// A TCP connection that a test writes to and reads from byte by byte, to say what no HTTP client would.
struct RawConnection {
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var unread = ""

    /// Connects, lets the test talk, and closes.
    ///
    /// - Parameter receiveBytes: what the kernel is asked to keep of what was not read yet, beside which little is kept
    ///   here; nil for what it likes.
    static func open<Result>(
        port: Int, receiveBytes: Int? = nil, _ talk: (inout RawConnection) async throws -> Result
    ) async throws -> Result {
        var bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
        if let receiveBytes {
            bootstrap =
                bootstrap
                .channelOption(.socketOption(.so_rcvbuf), value: .init(receiveBytes))
                .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4096))
        }
        let channel = try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
        return try await channel.executeThenClose { inbound, outbound in
            var connection = RawConnection(outbound: outbound, inbound: inbound.makeAsyncIterator())
            return try await talk(&connection)
        }
    }

    private init(
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>,
        inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    ) {
        self.outbound = outbound
        self.inbound = inbound
    }

    /// Writes bytes as they are.
    func send(_ text: String) async throws {
        try await outbound.write(ByteBuffer(string: text))
    }

    /// Reads one response. `hasBody` is false for the answer to HEAD, whose length is not sent.
    mutating func response(hasBody: Bool = true) async throws -> RawResponse {
        while !unread.contains("\r\n\r\n") {
            guard try await readMore() else { throw TestFailure("closed before the end of the head: \(unread)") }
        }
        let parts = unread.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        var response = RawResponse(head: String(parts[0]))
        unread = String(parts[1])
        let length = hasBody ? response.header("content-length").flatMap { Int($0) } ?? 0 : 0
        while unread.utf8.count < length {
            guard try await readMore() else { throw TestFailure("closed before the end of the body: \(unread)") }
        }
        response.body = String(decoding: unread.utf8.prefix(length), as: UTF8.self)
        unread = String(decoding: unread.utf8.dropFirst(length), as: UTF8.self)
        return response
    }

    /// Waits until the server closes, and returns what it still sent.
    mutating func rest() async throws -> String {
        while try await readMore() {}
        return unread
    }

    /// Waits until the server closes, and returns all that it sent, which need not be text. To be asked before anything
    /// else was read.
    mutating func restBytes() async throws -> ByteBuffer {
        var bytes = ByteBuffer()
        while let part = try await inbound.next() { bytes.writeImmutableBuffer(part) }
        return bytes
    }

    /// Reads until that text has come, and returns all up to its end; what follows is read later.
    mutating func read(through text: String) async throws -> String {
        while true {
            if let end = unread.range(of: text)?.upperBound {
                defer { unread = String(unread[end...]) }
                return String(unread[..<end])
            }
            guard try await readMore() else { throw TestFailure("closed before '\(text)': \(unread)") }
        }
    }

    /// Reads at least so many bytes, and says how many they were; fewer only at the end.
    mutating func take(_ least: Int) async throws -> Int {
        var length = unread.utf8.count
        unread = ""
        while length < least, let part = try await inbound.next() { length += part.readableBytes }
        return length
    }

    /// Waits until an answer begins to come.
    mutating func beginning() async throws {
        guard try await readMore() else { throw TestFailure("closed without an answer") }
    }

    /// Waits until the server closes, and counts the bytes that it still sent.
    mutating func restLength() async throws -> Int {
        var length = unread.utf8.count
        while let part = try await inbound.next() { length += part.readableBytes }
        return length
    }

    /// The status that `/health/live` is answered with.
    mutating func live() async throws -> Int? {
        try await send("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
        return try await response().status
    }

    /// Whether bytes can still be written; false once the connection is closed.
    func canSend(_ text: String) async -> Bool {
        do {
            try await send(text)
            return true
        } catch {
            return false
        }
    }

    private mutating func readMore() async throws -> Bool {
        guard let part = try await inbound.next() else { return false }
        unread += String(buffer: part)
        return true
    }
}

/// A response as it came over the wire.
struct RawResponse {
    let head: String
    var body = ""

    init(head: String) {
        self.head = head
    }

    /// The code in the status line.
    var status: Int? { head.split(separator: " ").dropFirst().first.flatMap { Int($0) } }

    /// The value of a header.
    func header(_ name: String) -> String? {
        for line in head.split(separator: "\r\n").dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts[0].lowercased() == name { return String(parts[1].drop { $0 == " " }) }
        }
        return nil
    }
}
