import Foundation

/// What Linux tells of a process in `/proc/<pid>/stat` (proc(5)).
struct ProcessStatus: Sendable, Hashable {
    /// Seconds since 1970.
    let startedAt: Double
    let threads: Double
    let virtualBytes: Double
    let residentBytes: Double

    /// This process's; nil where there is no `/proc`.
    static func current() -> ProcessStatus? {
        guard let stat = content(of: "/proc/self/stat"), let machine = content(of: "/proc/stat") else { return nil }
        return ProcessStatus(
            stat: stat, machine: machine, ticksPerSecond: sysconf(Int32(_SC_CLK_TCK)),
            pageBytes: sysconf(Int32(_SC_PAGESIZE)))
    }

    /// Reads the text of `/proc/<pid>/stat` and of `/proc/stat`; nil when they are not as proc(5) has them.
    init?(stat: String, machine: String, ticksPerSecond: Int, pageBytes: Int) {
        // The second field, the program's name in brackets, may hold spaces and brackets itself.
        guard ticksPerSecond > 0, let end = stat.lastIndex(of: ")") else { return nil }
        let fields = stat[stat.index(after: end)...].split(whereSeparator: \.isWhitespace)
        let boot = machine.split(whereSeparator: \.isNewline).first { $0.hasPrefix("btime ") }
        guard fields.count > Self.residentPages, let bootedAt = boot.flatMap({ Double($0.dropFirst("btime ".count)) }),
            let threads = Double(fields[Self.threadCount]), let started = Double(fields[Self.startTicks]),
            let virtualBytes = Double(fields[Self.virtualSize]), let pages = Double(fields[Self.residentPages])
        else { return nil }
        self.startedAt = bootedAt + started / Double(ticksPerSecond)
        self.threads = threads
        self.virtualBytes = virtualBytes
        self.residentBytes = pages * Double(pageBytes)
    }

    // proc(5) counts fields from 1; these are counted from the third, which comes first after the name.
    private static let threadCount = 20 - 3
    private static let startTicks = 22 - 3
    private static let virtualSize = 23 - 3
    private static let residentPages = 24 - 3

    private static func content(of path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
