import Foundation

/// A stop that is asked for before there is anything to stop.
enum EarlySignals {
    /// Lets SIGTERM and SIGINT end the process with exit code 0 until the service runs and takes them over. Without it
    /// they end it as a failure, or, where it is the first process of a container, not at all. Nothing has been accepted
    /// by then, and the store's transactions are whole or not there.
    static func endQuietly() {
        for name in [SIGTERM, SIGINT] { signal(name) { _ in _exit(0) } }
    }
}
