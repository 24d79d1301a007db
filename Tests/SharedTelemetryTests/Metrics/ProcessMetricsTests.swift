import Foundation
import Testing

@testable import SharedTelemetry

@Suite("the process's own metrics")
struct ProcessMetricsTests {
    private func read() async throws -> ParsedExposition {
        let registry = MetricsRegistry()
        ProcessMetrics.register(in: registry)
        return try ParsedExposition(await registry.exposition())
    }

    @Test("an open file counts as one descriptor more")
    func descriptors() async throws {
        // Other tests open files too, so many are opened here.
        let before = try #require(try await read().value("process_open_fds"))
        let files = (0..<300).map { _ in open("/dev/null", O_RDONLY) }
        let during = try #require(try await read().value("process_open_fds"))
        for file in files { close(file) }
        #expect(files.allSatisfy { $0 >= 0 })
        #expect((200...400).contains(during - before))
        #expect(try await read().value("process_max_fds") == Double(getdtablesize()))
    }

    @Test("CPU time grows with work")
    func processorTime() async throws {
        let before = try #require(try await read().value("process_cpu_seconds_total"))
        var text = ""
        while try #require(try await read().value("process_cpu_seconds_total")) < before + 0.05 {
            text = String((text + "x").hashValue)
        }
        #expect(before > 0 && !text.isEmpty)
    }

    #if os(Linux)
        // /proc/self/status is written by another part of the kernel and has other units than /proc/self/stat.
        @Test("memory and threads are what /proc/self/status says")
        func memory() async throws {
            let status = String(
                decoding: try #require(FileManager.default.contents(atPath: "/proc/self/status")), as: UTF8.self)
            let kibibytes = try #require(number(after: "VmRSS:", in: status))
            let read = try await read()
            let resident = try #require(read.value("process_resident_memory_bytes"))
            #expect((0.8...1.25).contains(resident / (kibibytes * 1024)))
            let virtual = try #require(read.value("process_virtual_memory_bytes"))
            #expect(virtual > resident)
            #expect((1...1000).contains(try #require(read.value("process_threads"))))
        }

        @Test("the process started before now and after the machine")
        func start() async throws {
            let started = try #require(try await read().value("process_start_time_seconds"))
            let now = Date().timeIntervalSince1970
            #expect(started < now + 1)
            #expect(started > now - 3600)
        }

        private func number(after key: String, in text: String) -> Double? {
            text.split(separator: "\n").first { $0.hasPrefix(key) }
                .flatMap { $0.split(whereSeparator: \.isWhitespace).dropFirst().first }.flatMap { Double($0) }
        }
    #endif

    // Fields by proc(5): 20 threads, 22 start in ticks, 23 virtual bytes, 24 resident pages.
    @Test("a program whose name looks like fields is read right")
    func hostileName() throws {
        let fields = "S 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 6 21 250 4096000 77 25 26"
        let status = try #require(
            ProcessStatus(
                stat: "42 (a) S 9 (b c) \(fields)\n", machine: "cpu 1 2\nbtime 1700000000\nprocesses 5\n",
                ticksPerSecond: 100, pageBytes: 4096))
        #expect(status.threads == 6)
        #expect(status.startedAt == 1_700_000_002.5)
        #expect(status.virtualBytes == 4_096_000)
        #expect(status.residentBytes == 77 * 4096)
    }

    @Test(
        "what is not such a text gives nothing",
        arguments: ["", "1 (a", "1 (a) S 1 2", "1 (a) " + String(repeating: "x ", count: 50)])
    func malformed(_ stat: String) {
        #expect(ProcessStatus(stat: stat, machine: "btime 1\n", ticksPerSecond: 100, pageBytes: 4096) == nil)
    }
}
