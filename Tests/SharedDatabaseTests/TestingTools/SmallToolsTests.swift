import Foundation
import Logging
import SharedTesting
import Testing

@Suite("Small tools", .timeLimit(.minutes(1)))
struct SmallToolsTests {
    private struct Refusal: Error {}

    @Test("a temporary directory goes with everything in it, also after an error")
    func temporaryDirectory() async throws {
        var path = ""
        do {
            try await withTemporaryDirectory { directory in
                path = directory.path
                try Data("x".utf8).write(to: URL(fileURLWithPath: directory.file("x")))
                #expect(try directory.names() == ["x"])
                throw Refusal()
            }
        } catch is Refusal {}
        #expect(!path.isEmpty && !FileManager.default.fileExists(atPath: path))
        #expect(try TemporaryDirectory().path != TemporaryDirectory().path)
    }

    @Test("what comes true is waited for")
    func eventuallyTrue() async throws {
        var looks = 0
        try await eventually("three looks") {
            looks += 1
            return looks == 3
        }
        #expect(looks == 3)
    }

    @Test("what never comes true fails with its message")
    func eventuallyNever() async throws {
        let failure = try await #require(throws: TestFailure.self) {
            try await eventually(within: .zero, "the moon is cheese") { false }
        }
        #expect(failure.description.hasPrefix("the moon is cheese"))
    }

    @Test("what cannot be asked fails at once")
    func eventuallyError() async throws {
        await #expect(throws: Refusal.self) {
            try await eventually("unused") { throw Refusal() }
        }
    }

    @Test("logs are kept with the metadata of the logger and of the line")
    func recordedLogs() {
        let logs = RecordedLogs()
        var logger = logs.logger
        logger[metadataKey: "store"] = "a"
        logger.debug("one", metadata: ["n": "1"])
        logger.error("two")
        #expect(logs.lines.map(\.message) == ["one", "two"])
        #expect(logs.lines.first?.metadata == ["store": "a", "n": "1"])
        #expect(logs.messages(at: .error) == ["two"])
    }
}
