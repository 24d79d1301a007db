/// Where log lines go. A line arrives whole and without its line end.
package protocol LineSink: Sendable {
    /// Takes one line. A sink that can't write drops it: logging never fails the work that logs.
    func write(_ line: String)

    /// Takes one line as UTF-8 that ends with its line end, for whoever has no string of it.
    func write(terminated line: UnsafeRawBufferPointer)
}

extension LineSink {
    /// Takes the line as a string.
    package func write(terminated line: UnsafeRawBufferPointer) {
        write(String(decoding: line.dropLast(), as: UTF8.self))
    }
}
