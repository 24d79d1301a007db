/// Where log lines go. A line arrives whole and without its line end.
package protocol LineSink: Sendable {
    /// Takes one line. A sink that can't write drops it: logging never fails the work that logs.
    func write(_ line: String)
}
