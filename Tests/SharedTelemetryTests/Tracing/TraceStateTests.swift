import SharedTelemetry
import Testing

@Suite("tracestate")
struct TraceStateTests {
    // The first four are examples of W3C Trace Context, sections 3.3.1 and 3.3.1.5.
    @Test(
        "what is well-formed is kept as it came",
        arguments: [
            "rojo=00f067aa0ba902b7", "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE",
            "congo=ucfJifl5GOE,rojo=00f067aa0ba902b7", "fw529a3039@dt=FfFfFf,1a-_*/@sys=x",
            "a=1 , b=2\t,\tc=3", " a=1", "a=1 ", "a=1,,b=2,", ",a=1", "a= b", "a=~!\"#$%&'()*+-./:;<>?@[]^_`{|}",
            "a_-*/0=x",
        ])
    func good(_ text: String) {
        #expect(TraceState(text)?.description == text)
    }

    @Test(
        "what is malformed is not passed on",
        arguments: [
            "", ",", " ", "\t,\t", "a", "a=", "=1", "a=1,a=2", "A=1", "1a=1", "a=1=2", "a=é", "é=1", "a=1\n",
            "a=1\r\nb=2",
            "a\u{0}=1", "a=\u{7F}", "a=1\t2", "a@b@c=1", "a@=1", "@b=1", "a@1b=1", "a b=1", "a =1", "a;b=1", "*a=1",
            "a=1,b", "a=e\u{301}",
        ])
    func bad(_ text: String) {
        #expect(TraceState(text) == nil)
    }

    @Test("the bounds of the standard hold: 512 characters, 32 members, the lengths of keys and values")
    func bounds() {
        let members = (1...33).map { "k\($0)=v" }
        #expect(TraceState(members.prefix(32).joined(separator: ",")) != nil)
        #expect(TraceState(members.joined(separator: ",")) == nil)
        func text(_ character: String, _ count: Int) -> String { String(repeating: character, count: count) }
        #expect(TraceState(text("a", 256) + "=1") != nil)
        #expect(TraceState(text("a", 257) + "=1") == nil)
        #expect(TraceState(text("1", 241) + "@" + text("b", 14) + "=1") != nil)
        #expect(TraceState(text("1", 242) + "@b=1") == nil)
        #expect(TraceState("a@" + text("b", 15) + "=1") == nil)
        #expect(TraceState("a=" + text("x", 256)) != nil)
        #expect(TraceState("a=" + text("x", 257)) == nil)
        let long = "a=" + text("x", 250) + ",b=" + text("y", 256)
        #expect(long.count == 511)
        #expect(TraceState(long + ",") != nil)
        #expect(TraceState(long + ",,") == nil)
    }
}
