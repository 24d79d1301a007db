import Foundation
package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle
package import SharedDomain

/// The HTTP server of a service.
package struct EdgeApplication: Service {
    /// The server underneath, for tests that ask it without a socket.
    package let application: Application<EdgeResponder>
    /// Every route, those of this library included.
    package let routes: [Route]

    private let settings: EdgeSettings
    private let announcement: Announcement<Int>
    private let handedOver: HandedOverConnections

    /// Puts the server together: the service's routes, and the health, version and figures routes of every service.
    ///
    /// Throws `RouteMistake` when routes contradict themselves or each other.
    package static func make(
        settings: EdgeSettings, routes: [Route], health: HealthReporter, build: BuildInformation, logger: Logger,
        about: String = "", services: EdgeServices = EdgeServices(), time: TimeSource = .system
    ) throws -> EdgeApplication {
        let health = HealthRoutes(
            reporter: health, build: build, time: time, startedAt: time.now(),
            retryAfterSeconds: settings.retryAfterSeconds)
        let others = routes + health.routes + [MetricsRoute(metrics: services.metrics).route]
        let description = try DescriptionRoutes(describing: others, build: build, settings: settings, about: about)
        let all = others + description.routes
        let responder = try EdgeResponder(
            routes: all, settings: settings, services: services, build: build, logger: logger, time: time)
        let figures = ConnectionFigures(services.metrics)
        let announcement = Announcement<Int>()
        let application = Application(
            responder: responder,
            server: HTTPServerBuilder { responder in
                EdgeChannel(
                    responder: responder, settings: settings,
                    connections: ConnectionTable(
                        maximumPerClient: settings.maximumConnectionsPerClient,
                        trustedProxies: settings.trustedProxies, figures: figures),
                    figures: figures, time: time, logger: logger)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: .maximum(settings.maximumConnections, logger: logger)),
            onServerRunning: { channel in
                announcement.announce(.success(channel.localAddress?.port ?? settings.port))
            },
            logger: logger)
        return EdgeApplication(
            application: application, routes: all, settings: settings, announcement: announcement,
            handedOver: responder.assembler.streams.handedOver)
    }

    /// The port that is listened on, as soon as there is one.
    ///
    /// Throws what `run` throws if it fails before that.
    package var boundPort: Int {
        get async throws { try await announcement.value() }
    }

    /// Serves until it is cancelled or asked to stop; a graceful stop lets the requests in flight end.
    ///
    /// Throws `PortTaken` when another process listens on the port.
    package func run() async throws {
        do {
            try await serve()
            announcement.announce(.failure(CancellationError()))
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            let taken = PortTaken(host: settings.host, port: settings.port, setting: settings.portSetting)
            announcement.announce(.failure(taken))
            throw taken
        } catch {
            announcement.announce(.failure(error))
            throw error
        }
    }

    /// Returns when every connection is closed, those too that no task serves.
    private func serve() async throws {
        do {
            try await application.run()
        } catch {
            await handedOver.end()
            throw error
        }
        await handedOver.end()
    }
}
