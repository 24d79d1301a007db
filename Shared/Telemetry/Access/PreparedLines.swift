import SharedDomain

/// Lines of which only some numbers and names differ, written without making anything anew but those.
struct PreparedLines: Sendable {
    let template: LineTemplate
    let sink: any LineSink
    let now: @Sendable () -> Instant

    /// Gives one line to the sink, which writes it soon.
    func write(_ event: AccessEvent) {
        let time = now()
        withUnsafeTemporaryAllocation(byteCount: template.longest + 1, alignment: 1) { buffer in
            var writer = DigitWriter(buffer)
            template.write(event, at: time, to: &writer)
            writer.write(ascii: "\n")
            sink.keep(terminated: UnsafeRawBufferPointer(rebasing: buffer[..<writer.count]))
        }
    }
}
