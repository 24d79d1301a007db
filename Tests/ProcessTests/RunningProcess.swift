import Foundation
import SharedTesting
import Synchronization

/// One of the executables, as it was built for this test run, running.
final class RunningProcess: Sendable {
    /// What it printed so far.
    var output: String { Self.text(of: outputPath) }
    /// What it logged so far.
    var log: String { Self.text(of: logPath) }
    var processIdentifier: Int32 { process.withLock { $0.processIdentifier } }

    private let process: Mutex<Process>
    private let ending = Ending()
    private let outputPath: String
    private let logPath: String

    /// - Parameter environment: all that it gets: nothing is inherited but the search path.
    init(
        _ executable: String, _ arguments: [String] = [], environment: [String: String],
        in directory: TemporaryDirectory
    ) throws {
        let name = "\(executable)-\(UUID().uuidString)"
        outputPath = directory.file("\(name).out")
        logPath = directory.file("\(name).log")
        let process = Process()
        process.executableURL = Self.products.appending(path: executable)
        process.arguments = arguments
        process.environment = environment.merging(Self.inherited) { given, _ in given }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.file(outputPath)
        process.standardError = try Self.file(logPath)
        self.process = Mutex(process)
        process.terminationHandler = { [ending] process in ending.note(process.terminationStatus) }
        try process.run()
    }

    deinit {
        process.withLock { process in
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
    }

    /// Sends a signal.
    func send(_ signal: Int32) {
        process.withLock { _ = kill($0.processIdentifier, signal) }
    }

    /// Waits until it has ended.
    /// - Returns: its exit code, or the signal that ended it.
    func waitForEnd() async throws -> Int32 {
        try await ending.status()
    }

    /// Stops it as an operator would.
    func stop() async throws -> Int32 {
        send(SIGTERM)
        return try await waitForEnd()
    }

    /// Ends it as a crash would.
    func crash() async throws {
        send(SIGKILL)
        _ = try await waitForEnd()
    }

    private static func text(of path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }

    private static func file(_ path: String) throws -> FileHandle {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw TestFailure("cannot write \(path)") }
        return handle
    }

    /// The folder of the executables: the one this test run was built into.
    private static let products = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()

    private static let inherited = ProcessInfo.processInfo.environment.filter {
        ["PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR"].contains($0.key)
    }
}

/// How a process ended, for whoever waits for it.
private final class Ending: Sendable {
    private let gate = Gate()
    private let code = Mutex<Int32?>(nil)

    func note(_ status: Int32) {
        code.withLock { $0 = status }
        gate.open()
    }

    func status() async throws -> Int32 {
        try await gate.wait()
        guard let status = code.withLock({ $0 }) else { throw TestFailure("it ended without a status") }
        return status
    }
}
