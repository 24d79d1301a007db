import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SharedTesting
import Testing

@Suite("Keys made on the command line", .timeLimit(.minutes(5)), .serialized)
struct KeysTests {
    @Test("a key is printed once, raises the limit of who has it, and counts until it is revoked")
    func life() async throws {
        let system = ProcessSystem()
        var environment = try system.environment("CURRENCY", http: freePort(), rpc: freePort())
        environment["RATE_LIMITS"] = "true"
        let service = try await RunningService("currency-service", environment: environment, in: system.folder())
        #expect(try await ask(service, key: nil).limit == "1000")

        let made = try await run(["keys", "create", "--tier", "premium", "--scope", "read"], environment, system)
        #expect(made.code == 0, "\(made.process.log)")
        let key = made.process.output.trimmingCharacters(in: .newlines)
        #expect(key.hasPrefix("ctk_") && !key.contains("\n"))
        #expect(!made.process.log.contains(key))
        try await eventually(within: .seconds(30), "the key is known") {
            try await ask(service, key: key).limit == "10000"
        }
        let wrong = String(key.dropLast()) + (key.last == "0" ? "1" : "0")
        #expect(try await ask(service, key: wrong).status == 401)

        let file = try String(contentsOfFile: system.folder().file("data/keys.json"), encoding: .utf8)
        #expect(!file.contains(key.suffix(64)), "the secret is stored")
        let id = try #require(key.split(separator: "_").dropFirst().first)
        let listed = try await run(["keys", "list"], environment, system)
        #expect(listed.process.output.contains(id) && !listed.process.output.contains(key.suffix(64)))

        #expect(try await run(["keys", "revoke", String(id)], environment, system).code == 0)
        try await eventually(within: .seconds(30), "the key is refused") {
            try await ask(service, key: key).status == 401
        }
        #expect(!service.process.log.contains(key))
        #expect(try await service.process.stop() == 0)
    }

    @Test(
        "what makes no sense is refused in words",
        arguments: [
            ["keys", "create", "--tier", "gold"], ["keys", "create", "--scope", "everything"],
            ["keys", "revoke", "aaaaaaaaaaaa"], ["keys", "create", "--expires", "soon"],
        ])
    func refusals(arguments: [String]) async throws {
        let system = ProcessSystem()
        let outcome = try await run(arguments, system.environment("CURRENCY"), system)
        #expect(outcome.code != 0)
        #expect(outcome.process.output.isEmpty)
        #expect(outcome.process.log.contains(try #require(arguments.last)), "\(outcome.process.log)")
    }

    private func run(
        _ arguments: [String], _ environment: [String: String], _ system: ProcessSystem
    ) async throws -> (code: Int32, process: RunningProcess) {
        let process = try RunningProcess(
            "currency-service", arguments, environment: environment, in: system.folder())
        return (try await process.waitForEnd(), process)
    }

    private func ask(_ service: RunningService, key: String?) async throws -> (status: Int, limit: String?) {
        var request = HTTPClientRequest(
            url: "http://127.0.0.1:\(service.httpPort)/api/v1/currencies/latest?symbols=USD")
        if let key { request.headers.add(name: "authorization", value: "Bearer \(key)") }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
        return (Int(response.status.code), response.headers.first(name: "x-ratelimit-limit"))
    }
}
