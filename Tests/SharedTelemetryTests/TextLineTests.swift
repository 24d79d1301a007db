import Logging
import SharedTelemetry
import Testing

@Suite("text log lines")
struct TextLineTests {
    private let sink = CapturingSink()

    @Test("a line is time, level, service, message and sorted fields")
    func line() {
        sink.logger(.text).info("applied a sheet", metadata: ["quotes": "41", "day": "2026-10-30"])
        #expect(
            sink.lines == ["2026-10-30T15:00:00.000Z info     [currency] applied a sheet day=2026-10-30 quotes=41"])
    }

    @Test("a value that could be misread is quoted")
    func quoting() {
        sink.logger(.text).warning(
            "m",
            metadata: [
                "a": "two words", "b": "x=y", "c": "say \"hi\"", "d": "back\\slash", "e": "", "f": ["p", "q r"],
                "g": ["k": "v"], "h": "한국",
            ])
        #expect(
            sink.lines == [
                #"2026-10-30T15:00:00.000Z warning  [currency] m a="two words" b="x=y" c="say \"hi\"" "#
                    + #"d="back\\slash" e="" f=["p","q r"] g={"k":"v"} h=한국"#
            ])
    }

    @Test(
        "nothing that is logged can begin a line of its own",
        arguments: [
            "\n", "\r", "\r\n", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}", "\u{0}", "\u{1b}[2J", "\u{202e}",
        ])
    func forging(_ attack: String) throws {
        let forged = "x\(attack)2026-10-30T15:00:00.000Z info [currency] all is well"
        var logger = sink.logger(.text, service: "cur\(attack)rency")
        logger[metadataKey: "k\(attack)"] = "\(forged)"
        logger.info("\(forged)", metadata: ["list": ["\(forged)"], "map": ["\(forged)": "\(forged)"]])
        let line = try #require(sink.lines.first)
        #expect(sink.lines.count == 1)
        #expect(
            !attack.unicodeScalars.contains { $0 != "[" && $0 != "2" && $0 != "J" && line.unicodeScalars.contains($0) })
    }

    @Test("an error is a field")
    func error() {
        struct Failure: Error, CustomStringConvertible { let description = "disk is\nfull" }
        sink.logger(.text).error("could not write", error: Failure())
        #expect(
            sink.lines == [#"2026-10-30T15:00:00.000Z error    [currency] could not write error="disk is\nfull""#])
    }

    @Test("a line never exceeds its bound, and says that it was cut")
    func bound() throws {
        let logger = sink.logger(.text, maximumLineBytes: 1024)
        logger.info("\(String(repeating: "긴", count: 100_000))")
        logger.info("m", metadata: ["a": "\(String(repeating: "\n", count: 100_000))", "b": "kept"])
        logger.info("m", metadata: Dictionary(uniqueKeysWithValues: (0..<1000).map { ("key\($0)", "value") }))
        #expect(sink.lines.count == 3)
        #expect(sink.lines.allSatisfy { $0.utf8.count <= 1024 && $0.contains("…[cut]") })
        #expect(sink.lines[1].hasSuffix("b=kept"))
    }
}
