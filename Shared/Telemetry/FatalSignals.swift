import Foundation
import Synchronization

/// Signals by which a process ends that did something wrong.
enum FatalSignals {
    private static let numbers = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

    /// What is done before, and what would have been done without it.
    private struct Handling {
        var work: @Sendable () -> Void
        /// By the place of the number.
        var previous: [sigaction]
    }

    /// Set once; a signal handler cannot be given anything.
    private static let handling = Mutex(Handling(work: {}, previous: numbers.map { _ in sigaction() }))

    /// Does `work`, once, when one of the signals comes, and then what would have been done without it: the report of the
    /// Swift runtime, the end of the process.
    ///
    /// - Parameter work: Runs in a signal handler: it must neither ask for memory nor wait for a lock.
    static func beforeTheEnd(_ work: @escaping @Sendable () -> Void) {
        var action = sigaction()
        setHandler(of: &action) { number, information, _ in FatalSignals.end(number, information?.pointee.si_code) }
        // On a stack of its own where there is one: the usual one may have overflowed.
        action.sa_flags = CInt(SA_SIGINFO | SA_ONSTACK)
        handling.withLock { handling in
            handling.work = work
            for (index, number) in numbers.enumerated() { sigaction(number, &action, &handling.previous[index]) }
        }
    }

    private static func end(_ number: CInt, _ code: CInt?) {
        handling.withLockIfAvailable { handling in
            for (index, other) in numbers.enumerated() { sigaction(other, &handling.previous[index], nil) }
            handling.work()
        }
        // What the processor refused is refused again as soon as this returns, with all that the runtime tells about it.
        // What was sent has to be sent again; kernels number the causes that are their own from 1 on.
        let isOfProcessor = (1..<0x1_0000).contains(code ?? 0)
        if !isOfProcessor { raise(number) }
    }

    private static func setHandler(
        of action: inout sigaction,
        _ handler: @escaping @convention(c) (CInt, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) -> Void
    ) {
        #if os(Linux)
            action.__sigaction_handler.sa_sigaction = handler
        #else
            action.__sigaction_u.__sa_sigaction = handler
        #endif
    }
}
