/// Lines that wait to be written: their bytes in order, and how many there are and were.
struct WaitingLines {
    /// The lines, each with its line end.
    private(set) var bytes: [UInt8] = []
    /// How many of them there are.
    private(set) var count = 0
    /// How many were dropped before these, by what is said among them.
    private(set) var said = 0
    /// How many were dropped of which nothing is said yet.
    private var dropped = 0

    var isEmpty: Bool { bytes.isEmpty && dropped == 0 }

    /// Adds a line with its line end; counts it as dropped where the lines would be more than `limit` bytes. The first is
    /// always taken.
    mutating func add(_ line: UnsafeRawBufferPointer, upTo limit: Int) {
        if dropped > 0 { sayWhatWasDropped(upTo: limit) }
        guard dropped == 0, bytes.isEmpty || bytes.count + line.count <= limit else {
            dropped += 1
            return
        }
        bytes.append(contentsOf: line)
        count += 1
    }

    /// Takes all of them out, and leaves the memory of `spare`, which has none, to those to come.
    mutating func takeAll(leaving spare: inout WaitingLines) -> WaitingLines {
        if dropped > 0 { sayWhatWasDropped(upTo: .max) }
        var taken = WaitingLines()
        swap(&taken, &spare)
        swap(&taken, &self)
        return taken
    }

    /// Forgets all but the memory they were in.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        (count, said, dropped) = (0, 0, 0)
    }

    /// Counts lines that were taken out and could not be written.
    mutating func addLost(_ lines: Int) {
        dropped += lines
    }

    /// Adds the line that says it, and counts anew.
    private mutating func sayWhatWasDropped(upTo limit: Int) {
        let note = "\(dropped) log lines were dropped: they could not be written in time\n"
        guard bytes.count + note.utf8.count <= limit else { return }
        bytes.append(contentsOf: note.utf8)
        said += dropped
        dropped = 0
    }
}
