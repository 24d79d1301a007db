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
    ///
    /// - Parameter note: The line, without its line end, that says how many were dropped.
    mutating func add(_ line: UnsafeRawBufferPointer, upTo limit: Int, note: (Int) -> String) {
        let roomForNote = dropped > 0 ? LogSettings.smallestLineBytes : 0
        guard bytes.isEmpty || bytes.count + roomForNote + line.count <= limit else {
            dropped += 1
            return
        }
        sayWhatWasDropped(by: note)
        bytes.append(contentsOf: line)
        count += 1
    }

    /// Takes all of them out, and leaves the memory of `spare`, which has none, to those to come.
    mutating func takeAll(leaving spare: inout WaitingLines, note: (Int) -> String) -> WaitingLines {
        sayWhatWasDropped(by: note)
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

    /// Adds the line that says it, where there is something to say, and counts anew.
    private mutating func sayWhatWasDropped(by note: (Int) -> String) {
        guard dropped > 0 else { return }
        bytes.append(contentsOf: note(dropped).utf8)
        bytes.append(UInt8(ascii: "\n"))
        said += dropped
        dropped = 0
    }
}
