import Foundation

/// What a process takes of the machine's memory.
enum ProcessMemory {
    /// The process is not there.
    struct Unknown: Error, CustomStringConvertible {
        let description: String
    }

    /// The resident memory in MiB, from `/proc/<pid>/status` (Linux, proc(5)).
    static func residentMebibytes(of pid: Int) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        guard let kibibytes = line?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Unknown(description: "the memory of process \(pid) is not known")
        }
        return kibibytes / 1024
    }
}
