/// Where log lines go. A line arrives whole and without its line end.
///
/// Lines come out in the order in which they came, in whichever way they did. A sink that can't write drops them: logging
/// never fails the work that logs.
package protocol LineSink: Sendable {
    /// Takes one line and writes it now, after all that came before it.
    func write(_ line: String)

    /// Takes one line of the many that say what is usual, as UTF-8 that ends with its line end: written soon, with others.
    func keep(terminated line: UnsafeRawBufferPointer)

    /// Takes what makes the line that says how many were dropped, from their number. The latest that is given is asked.
    ///
    /// - Parameter line: May be asked while others wait to hand over theirs: it must not log.
    func sayDropped(by line: @escaping @Sendable (Int) -> String)
}

extension LineSink {
    /// Forgets it: nothing is said of lines that were dropped.
    package func sayDropped(by line: @escaping @Sendable (Int) -> String) {}

    /// Takes the line as a string, and writes it now.
    package func keep(terminated line: UnsafeRawBufferPointer) {
        write(String(decoding: line.dropLast(), as: UTF8.self))
    }
}
