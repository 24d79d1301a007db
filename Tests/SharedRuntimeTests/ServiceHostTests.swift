import Foundation
import GRPCCore
import Logging
import ServiceLifecycle
import SharedConfig
import SharedDatabase
import SharedDomain
import SharedHTTP
import SharedMessaging
import SharedRPC
import SharedTesting
import Testing

@testable import SharedRuntime

@Suite("The host of a service", .timeLimit(.minutes(1)))
struct ServiceHostTests {
    @Test("it serves on both doors, and a stop ends it")
    func serves() async throws {
        let rig = try HostRig()
        let host = try await rig.host()
        try await rig.running(host) {
            let peer = try RPCPeer(
                name: "itself", host: "127.0.0.1", port: try await host.rpcPort,
                methods: [])
            try await eventually("it serves") { try await rig.isServing(peer) }
            #expect(try await host.httpPort > 0)
        }
    }

    @Test("a job that returns ends the process, one that fails fails it")
    func job() async throws {
        let rig = try HostRig()
        try await rig.host(job: {}).run()
        let failing = try HostRig()
        await #expect(throws: TestFailure.self) {
            try await failing.host(job: { throw TestFailure("nothing was collected") }).run()
        }
    }

    @Test("a taken port ends it with the name of the setting")
    func takenPort() async throws {
        let first = try HostRig()
        let host = try await first.host()
        try await first.running(host) {
            let port = try await host.httpPort
            let second = try HostRig(listen: ListenConfig(httpPort: port))
            await #expect(throws: PortTaken(host: "127.0.0.1", port: port, setting: "CURRENCY_HTTP_PORT")) {
                try await second.host().run()
            }
        }
    }

    @Test("the store can be opened again once it has ended")
    func closesStore() async throws {
        let rig = try HostRig()
        try await rig.host(job: {}).run()
        try await rig.host(job: {}).run()
    }
}

@Suite("The health of a service")
struct HealthGatheringTests {
    @Test("a service that says it answers with less is degraded, and so is one whose events do not flow")
    func degraded() async throws {
        for (report, expected) in [
            (ServiceReport(), HealthStatus.healthy),
            (ServiceReport(isDegraded: true), .degraded),
            (ServiceReport(messaging: .unhealthy), .degraded),
        ] {
            try await withTemporaryStore(migrations: []) { store in
                #expect(await gathering(store, report).gather().status == expected)
            }
        }
    }

    @Test("a service whose store is closed is unhealthy")
    func closedStore() async throws {
        try await withTemporaryStore(migrations: []) { store in
            let gathering = gathering(store, ServiceReport())
            await store.close()
            #expect(await gathering.gather().status == .unhealthy)
        }
    }

    @Test("it is ready once the registry says so")
    func readiness() async throws {
        try await withTemporaryStore(migrations: []) { store in
            let health = HealthRegistry()
            let gathering = gathering(store, ServiceReport(), health)
            #expect(await gathering.gather().notReady != nil)
            health.set(.serving)
            #expect(await gathering.gather().notReady == nil)
        }
    }

    private func gathering(
        _ store: Store, _ report: ServiceReport, _ health: HealthRegistry = HealthRegistry()
    ) -> HealthGathering {
        HealthGathering(
            store: store, monitor: PeerMonitor(peers: [], time: HandMovedTime().source), health: health,
            report: { report })
    }
}
