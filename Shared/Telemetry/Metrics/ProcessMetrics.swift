import Foundation

/// What the operating system counts of this process, under the names that every Prometheus client uses
/// (prometheus.io/docs/instrumenting/writing_clientlibs, "Process metrics").
package enum ProcessMetrics {
    /// Declares the metrics; each is read when it is asked for, and left out where the system does not tell it.
    package static func register(in registry: MetricsRegistry) {
        registry.collect(
            "process_cpu_seconds_total", "User and system CPU time spent, in seconds.", kind: .counter
        ) { samples(processorSeconds()) }
        registry.collect("process_max_fds", "The most file descriptors that may be open.", kind: .gauge) {
            samples(descriptorLimit())
        }
        registry.collect("process_open_fds", "Open file descriptors.", kind: .gauge) {
            samples(openDescriptors())
        }
        registry.collect("process_resident_memory_bytes", "Resident memory, in bytes.", kind: .gauge) {
            samples(ProcessStatus.current()?.residentBytes)
        }
        registry.collect("process_virtual_memory_bytes", "Virtual memory, in bytes.", kind: .gauge) {
            samples(ProcessStatus.current()?.virtualBytes)
        }
        registry.collect(
            "process_start_time_seconds", "When the process started, in seconds since 1970.", kind: .gauge
        ) { samples(ProcessStatus.current()?.startedAt) }
        registry.collect("process_threads", "Threads of the process.", kind: .gauge) {
            samples(ProcessStatus.current()?.threads)
        }
    }

    private static func samples(_ value: Double?) -> [MetricSample] {
        value.map { [MetricSample(value: $0)] } ?? []
    }

    private static func processorSeconds() -> Double? {
        var usage = rusage()
        #if os(Linux)
            let outcome = getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
            let outcome = getrusage(RUSAGE_SELF, &usage)
        #endif
        guard outcome == 0 else { return nil }
        let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        return seconds + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }

    private static func descriptorLimit() -> Double? {
        var limit = rlimit()
        #if os(Linux)
            let outcome = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        #else
            let outcome = getrlimit(RLIMIT_NOFILE, &limit)
        #endif
        return outcome == 0 ? Double(limit.rlim_cur) : nil
    }

    /// The descriptor that reading the folder takes is not counted.
    private static func openDescriptors() -> Double? {
        guard let folder = opendir("/dev/fd") else { return nil }
        defer { closedir(folder) }
        var count = 0
        while readdir(folder) != nil { count += 1 }
        // The entries `.` and `..`, and this folder's own.
        return Double(max(0, count - 3))
    }
}
