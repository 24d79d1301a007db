import SharedTelemetry
import Testing

@Suite("traceparent")
struct TraceParentTests {
    // The example of W3C Trace Context, section 3.2.4.
    private let example = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    @Test("the standard's example is read and written as it stands")
    func standardExample() throws {
        let parent = try #require(TraceParent(example))
        #expect(parent.traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
        #expect(parent.spanID == "00f067aa0ba902b7")
        #expect(parent.isSampled)
        #expect(parent.description == example)
    }

    @Test(
        "flags we do not know are carried on, and only the lowest means sampled",
        arguments: [("00", false), ("02", false), ("03", true), ("ff", true)])
    func flags(_ flags: String, _ isSampled: Bool) throws {
        let text = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-\(flags)"
        let parent = try #require(TraceParent(text))
        #expect(parent.isSampled == isSampled)
        #expect(parent.description == text)
    }

    @Test("half an id may be zero, a whole one not")
    func zeros() {
        let zeros = String(repeating: "0", count: 16)
        #expect(TraceParent("00-\(zeros)00000000000000a1-00f067aa0ba902b7-01") != nil)
        #expect(TraceParent("00-a100000000000000\(zeros)-00f067aa0ba902b7-01") != nil)
        #expect(TraceParent("00-\(zeros)\(zeros)-00f067aa0ba902b7-01") == nil)
        #expect(TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-\(zeros)-01") == nil)
    }

    // W3C Trace Context, section 4.3, and 3.2.2.5.2 for the flags.
    @Test(
        "a later version is read as far as this one goes, and passed on as this one",
        arguments: ["01-#-01", "fe-#-03", "cc-#-01-what-the-future-will-be-like", "cc-#-09-"])
    func laterVersion(_ form: String) throws {
        let ids = "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"
        let parent = try #require(TraceParent(form.replacing("#", with: ids)))
        #expect(parent.description == "00-\(ids)-01")
    }

    @Test(
        "a child does not pass on flags that nothing defines",
        arguments: [("00", "00"), ("01", "01"), ("02", "02"), ("ff", "03"), ("fc", "00")])
    func childFlags(_ flags: String, _ passedOn: String) throws {
        let parent = try #require(TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-\(flags)"))
        #expect(parent.child().description.suffix(3) == "-\(passedOn)")
    }

    @Test(
        "anything but the exact form is refused",
        arguments: [
            "", "00", "00---",
            "0-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.extra",
            "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
            "CC-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-" + String(repeating: "x", count: 300),
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
            "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-011",
            "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
            "00-+bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-extra",
            "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01",
            " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n",
        ])
    func malformed(_ text: String) {
        #expect(TraceParent(text) == nil)
    }

    @Test("a child is a new span of the same trace, with the same flags")
    func child() throws {
        let parent = try #require(TraceParent(example))
        let child = parent.child()
        #expect(child.traceID == parent.traceID)
        #expect(child.isSampled == parent.isSampled)
        #expect(child.spanID != parent.spanID)
        #expect(TraceParent(child.description) == child)
    }

    @Test("a made trace is well-formed and new", arguments: [true, false])
    func made(_ isSampled: Bool) {
        let traces = (0..<100).map { _ in TraceParent.make(isSampled: isSampled) }
        #expect(traces.allSatisfy { TraceParent($0.description) == $0 && $0.isSampled == isSampled })
        #expect(Set(traces.map(\.traceID)).count == 100)
    }
}
