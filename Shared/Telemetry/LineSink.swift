/// Where log lines go. A line arrives whole and without its line end.
///
/// Lines come out in the order in which they came, in whichever way they did. A sink that can't write drops them: logging
/// never fails the work that logs.
package protocol LineSink: Sendable {
    /// Takes one line and writes it now, after all that came before it.
    func write(_ line: String)

    /// Takes one line of the many that say what is usual, as UTF-8 that ends with its line end: written soon, with others.
    func keep(terminated line: UnsafeRawBufferPointer)
}

extension LineSink {
    /// Takes the line as a string, and writes it now.
    package func keep(terminated line: UnsafeRawBufferPointer) {
        write(String(decoding: line.dropLast(), as: UTF8.self))
    }
}
