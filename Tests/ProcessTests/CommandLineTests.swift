import Foundation
import SharedTesting
import Testing

@Suite("The executables", .timeLimit(.minutes(5)), .serialized)
struct CommandLineTests {
    static let executables = [
        ("currency-service", "CURRENCY"), ("history-service", "HISTORY"), ("ranking-service", "RANKING"),
        ("data-ingestor", "INGESTOR"),
    ]

    @Test("--help lists the settings with their defaults", arguments: executables)
    func help(executable: String, prefix: String) async throws {
        let system = ProcessSystem()
        let process = try RunningProcess(executable, ["--help"], environment: [:], in: system.folder())
        #expect(try await process.waitForEnd() == 0)
        let help = process.output
        for setting in ["ENVIRONMENT", "DATA_DIR", "BIND_HOST", "\(prefix)_HTTP_PORT", "\(prefix)_GRPC_PORT"] {
            #expect(help.contains(setting), "\(setting)")
        }
    }

    @Test("every wrong setting is named at once, and the exit code says so", arguments: executables)
    func wrongSettings(executable: String, prefix: String) async throws {
        let system = ProcessSystem()
        let process = try RunningProcess(
            executable, environment: ["\(prefix)_HTTP_PORT": "80a80", "LOG_LEVEL": "loud"], in: system.folder())
        #expect(try await process.waitForEnd() == 78)
        let complaint = process.log
        #expect(complaint.contains("\(prefix)_HTTP_PORT") && complaint.contains("80a80"), "\(complaint)")
        #expect(complaint.contains("LOG_LEVEL") && complaint.contains("loud"), "\(complaint)")
    }

    @Test("a service starts, says that it serves, stops when told, and starts again", arguments: executables)
    func startAndStop(executable: String, prefix: String) async throws {
        let system = ProcessSystem()
        for _ in 0..<2 {
            var environment = try system.environment(prefix)
            environment["SEED_DATA"] = executable == "data-ingestor" ? "none" : nil
            let service = try await RunningService(executable, environment: environment, in: system.folder())
            environment["\(prefix)_HTTP_PORT"] = "\(service.httpPort)"
            let health = try RunningProcess(executable, ["health"], environment: environment, in: system.folder())
            #expect(try await health.waitForEnd() == 0)
            #expect(try await service.process.stop() == 0, "\(service.process.log)")
        }
    }

    @Test("nothing that serves is exit code 1 for a health check")
    func unhealthy() async throws {
        let system = ProcessSystem()
        let environment = ["CURRENCY_HTTP_PORT": "9", "DATA_DIR": try system.folder().file("data")]
        let health = try RunningProcess(
            "currency-service", ["health"], environment: environment, in: system.folder())
        #expect(try await health.waitForEnd() == 1)
    }

    @Test("a taken port is named with its setting")
    func takenPort() async throws {
        let system = ProcessSystem()
        let first = try await system.currency()
        var environment = try system.environment("HISTORY", http: first.httpPort)
        let http = try RunningProcess("history-service", environment: environment, in: system.folder())
        #expect(try await http.waitForEnd() == 1)
        #expect(http.log.contains("\(first.httpPort)") && http.log.contains("HISTORY_HTTP_PORT"))
        environment = try system.environment("HISTORY", rpc: first.rpcPort)
        let rpc = try RunningProcess("history-service", environment: environment, in: system.folder())
        #expect(try await rpc.waitForEnd() == 1)
        #expect(rpc.log.contains("\(first.rpcPort)") && rpc.log.contains("HISTORY_GRPC_PORT"))
        #expect(try await first.process.stop() == 0)
    }

    @Test("a second process on the same store is told who has it")
    func secondProcess() async throws {
        let system = ProcessSystem()
        let first = try await system.currency()
        let second = try RunningProcess(
            "currency-service", environment: system.environment("CURRENCY"), in: system.folder())
        #expect(try await second.waitForEnd() == 1)
        #expect(second.log.contains("\(first.process.processIdentifier)"), "\(second.log)")
        #expect(try await first.process.stop() == 0)
    }

    @Test("a backup of a running service is a whole store")
    func backup() async throws {
        let system = ProcessSystem()
        let service = try await system.currency()
        let copy = try system.folder().file("copy.sqlite")
        let backup = try RunningProcess(
            "currency-service", ["--backup", copy], environment: system.environment("CURRENCY"), in: system.folder())
        #expect(try await backup.waitForEnd() == 0, "\(backup.log)")
        #expect(try await StoreRows(ofStoreAt: copy).tables.keys.contains("sheet"))
        let again = try RunningProcess(
            "currency-service", ["--backup", copy], environment: system.environment("CURRENCY"), in: system.folder())
        #expect(try await again.waitForEnd() == 1)
        #expect(try await service.process.stop() == 0)
    }
}
