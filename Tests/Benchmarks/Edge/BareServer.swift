import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// Hummingbird with nothing around it: two routes that answer fixed bytes.
struct BareServer: Service {
    private let body: ByteBuffer
    private let logger: Logger
    private let announced: AsyncStream<Int>
    private let announcement: AsyncStream<Int>.Continuation

    init(body: ByteBuffer, logger: Logger) {
        self.body = body
        self.logger = logger
        (announced, announcement) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// The port, once it is listened on.
    func port() async throws -> Int {
        for await port in announced { return port }
        throw CancellationError()
    }

    func run() async throws {
        let router = Router()
        let live = SampleAnswer.live
        router.get("bare") { [body] _, _ in Self.response(body) }
        router.get("live") { _, _ in Self.response(live) }
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { [announcement] in announcement.yield($0.localAddress?.port ?? 0) }, logger: logger)
        try await application.run()
    }

    private static func response(_ body: ByteBuffer) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: body))
    }
}
