import Dispatch
import Foundation
import Synchronization

/// Writes lines to a descriptor, from one queue of its own: whoever logs hands a line over and goes on.
///
/// Lines that are kept are written together: as soon as they are 32 KiB, and 50 ms after the first of them at the latest.
/// Any other line is written at once with all before it, and whoever logs it waits until that is done, but not for a reader
/// that does not read. What waits is bounded; lines beyond that are dropped and counted, and a line says how many.
package final class FileDescriptorSink: LineSink {
    /// The process's standard output.
    package static let standardOutput = FileDescriptorSink(STDOUT_FILENO)
    /// The process's standard error, which leaves standard output to a command's result.
    package static let standardError = FileDescriptorSink(STDERR_FILENO)

    /// So many bytes are written without waiting for more.
    static let batchBytes = 32 * 1024
    /// Lines that are kept may wait until so many bytes do.
    static let mostKeptBytes = 256 * 1024
    /// Other lines find room beyond that, so that many requests do not hide a warning.
    static let mostBytes = 512 * 1024

    /// How long whoever logs waits for a reader that does not read. After that nobody waits until it reads again.
    private static let patience = DispatchTimeInterval.milliseconds(100)

    private struct State {
        var lines = WaitingLines()
        /// Memory for the lines to come while those there are written.
        var spare = WaitingLines()
        /// Whether the queue will write without anybody waiting for it.
        var isAsked = false
        /// Whether the queue will write when the longest delay is over.
        var isTimed = false
        var isWriting = false
        /// Whether lines found no reader in time.
        var isStalled = false
        /// The line that says how many were dropped.
        var note: @Sendable (Int) -> String = DroppedLines.sentence
    }

    private let descriptor: DescriptorWriter
    private let longestDelay: DispatchTimeInterval
    private let state = Mutex(State())
    /// The one place where the descriptor is written to.
    private let writer = DispatchQueue(label: "log lines")

    /// A sink on an open descriptor, which stays the caller's to close, after a `flush`.
    ///
    /// - Parameter longestDelay: For how long a line may be kept.
    package init(_ descriptor: Int32, longestDelay: Duration = .milliseconds(50)) {
        self.descriptor = DescriptorWriter(descriptor)
        let (seconds, attoseconds) = longestDelay.components
        self.longestDelay = .milliseconds(Int(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    }

    /// Writes the line and its line end; gives up when the descriptor is closed or stays full.
    package func write(_ line: String) {
        var line = line + "\n"
        let mayWait = line.withUTF8 { bytes in
            state.withLock { state in
                state.lines.add(UnsafeRawBufferPointer(bytes), upTo: Self.mostBytes, note: state.note)
                return !state.isStalled
            }
        }
        if mayWait { wait(for: Self.patience) } else { ask() }
    }

    /// Keeps the line until there are enough of them, or the longest delay is over.
    package func keep(terminated line: UnsafeRawBufferPointer) {
        let (isEnough, isFirst) = state.withLock { state in
            state.lines.add(line, upTo: Self.mostKeptBytes, note: state.note)
            let isEnough = !state.isAsked && state.lines.bytes.count >= Self.batchBytes
            let isFirst = !isEnough && !state.isAsked && !state.isTimed
            if isEnough { state.isAsked = true }
            if isFirst { state.isTimed = true }
            return (isEnough, isFirst)
        }
        if isEnough {
            writer.async { [weak self] in self?.writeAll() }
        } else if isFirst {
            writer.asyncAfter(deadline: .now() + longestDelay) { [weak self] in self?.writeAll(isTimed: true) }
        }
    }

    /// Until this is called, a bare sentence says how many lines were dropped.
    package func sayDropped(by line: @escaping @Sendable (Int) -> String) {
        state.withLock { $0.note = line }
    }

    /// Writes all that waits, and returns when that is done: after a second at the latest.
    package func flush() {
        let isDone = state.withLock { $0.lines.isEmpty && !$0.isWriting }
        if !isDone { wait(for: .seconds(1)) }
    }

    /// Writes what waits, from the handler of a signal that ends the process: without the queue, and without memory or a
    /// lock that may never be had. What the queue is writing is waited for.
    func writeAtFatalSignal() {
        let (attempts, pause, patience) = (100, UInt32(1000), Int32(100))
        for _ in 0..<attempts {
            let isDone = state.withLockIfAvailable { state in
                if !state.isWriting {
                    _ = state.lines.bytes.withUnsafeBytes { descriptor.write($0, patience: patience) }
                }
                return !state.isWriting
            }
            if isDone == true { return }
            usleep(pause)
        }
    }

    /// Lets the queue write, and waits for it.
    private func wait(for limit: DispatchTimeInterval) {
        let isDone = DispatchSemaphore(value: 0)
        writer.async { [self] in
            writeAll()
            isDone.signal()
        }
        guard isDone.wait(timeout: .now() + limit) == .timedOut else { return }
        state.withLock { $0.isStalled = true }
        // It may have ended just before that, and has to see for itself that there is a reader again.
        ask()
    }

    /// Lets the queue write, if it will not anyway.
    private func ask() {
        let isFirst = state.withLock { state in
            defer { state.isAsked = true }
            return !state.isAsked
        }
        if isFirst { writer.async { [weak self] in self?.writeAll() } }
    }

    /// Writes what waits. Runs in the queue. What comes meanwhile has asked for another time, or set the timer anew.
    private func writeAll(isTimed: Bool = false) {
        let lines = state.withLock { state -> WaitingLines? in
            if isTimed { state.isTimed = false } else { state.isAsked = false }
            state.isStalled = false
            guard !state.lines.isEmpty else { return nil }
            state.isWriting = true
            return state.lines.takeAll(leaving: &state.spare, note: state.note)
        }
        guard let lines else { return }
        let isWhole = lines.bytes.withUnsafeBytes { descriptor.write($0) == $0.count }
        giveBack(lines, isLost: !isWhole)
    }

    private func giveBack(_ lines: consuming WaitingLines, isLost: Bool) {
        let lost = isLost ? lines.count + lines.said : 0
        lines.removeAll()
        state.withLock { state in
            state.isWriting = false
            state.lines.addLost(lost)
            swap(&state.spare, &lines)
        }
    }
}
