import Foundation
import Logging
import SharedTelemetry
import SharedTesting
import Testing

@Suite("JSON log lines")
struct JSONLineTests {
    private let sink = CapturingSink()

    /// The only line, read by Foundation's parser.
    private func object() throws -> [String: Any] {
        let line = try #require(sink.lines.first)
        return try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    @Test("a line is one object with the members in order")
    func line() {
        var logger = sink.logger(.json)
        logger[metadataKey: "correlation_id"] = "abc"
        logger.info("applied \"a\" sheet", metadata: ["quotes": "41", "legs": ["USD", "KRW"], "z": ["k": "v"]])
        #expect(
            sink.lines == [
                #"{"time":"2026-10-30T15:00:00.000Z","level":"info","service":"currency","correlation_id":"abc","#
                    + #""message":"applied \"a\" sheet","#
                    + #""metadata":{"legs":["USD","KRW"],"quotes":"41","z":{"k":"v"}}}"#
            ])
    }

    @Test("numbers and claims that are logged as such are numbers and claims")
    func numbers() throws {
        sink.logger(.json).info(
            "m",
            metadata: [
                "a": .stringConvertible(200), "b": .stringConvertible(0.125), "c": .stringConvertible(true),
                "d": "200", "e": .stringConvertible(Double.nan), "f": .stringConvertible(-Double.infinity),
                "g": .stringConvertible(1e300), "h": .stringConvertible(Int64.min), "i": .stringConvertible("x\n"),
                "j": [.stringConvertible(1), .stringConvertible(false)],
            ])
        let line = try #require(sink.lines.first)
        #expect(
            line.hasSuffix(
                #""metadata":{"a":200,"b":0.125,"c":true,"d":"200","e":"nan","f":"-inf","g":1e+300,"#
                    + #""h":-9223372036854775808,"i":"x\n","j":[1,false]}}"#))
        #expect(try object()["metadata"] is [String: Any])
    }

    @Test("every character comes back from a JSON parser as it was logged, on one line")
    func everyCharacter() throws {
        let scalars =
            (0...0x3FF).compactMap(Unicode.Scalar.init) + ["\u{2028}", "\u{2029}", "\u{202e}", "한", "😀", "\u{FFFD}"]
        let text = String(String.UnicodeScalarView(scalars))
        sink.logger(.json, maximumLineBytes: 65_536).info("\(text)", metadata: ["k\"\n": "\(text)"])
        let object = try object()
        #expect(object["message"] as? String == text)
        #expect((object["metadata"] as? [String: String]) == ["k\"\n": text])
        let line = try #require(sink.lines.first)
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
        #expect(!line.contains("\u{2028}") && !line.contains("\u{202e}"))
    }

    @Test("the ids of a request stand at the top, in order, whatever the line is about")
    func ids() async throws {
        let trace = try #require(TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
        let logger = sink.logger(.json)
        await withRequestContext(correlationID: try #require(CorrelationID("req-1")), traceParent: trace) {
            logger.info("request", metadata: ["route": "/api/v1/currencies/latest", "status": "200"])
        }
        #expect(
            sink.lines == [
                #"{"time":"2026-10-30T15:00:00.000Z","level":"info","service":"currency","correlation_id":"req-1","#
                    + #""trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"00f067aa0ba902b7","#
                    + #""message":"request","metadata":{"route":"/api/v1/currencies/latest","status":"200"}}"#
            ])
    }

    @Test("an error and a library's label have members of their own")
    func errorAndLabel() throws {
        struct Failure: Error, CustomStringConvertible { let description = "disk full" }
        let handler = LineLogHandler(
            service: "currency", label: "library.pool", settings: LogSettings(level: .info, format: .json), sink: sink,
            now: { someInstant })
        Logger(label: "library.pool") { _ in handler }.error("could not write", error: Failure())
        let object = try object()
        #expect(object["error"] as? String == "disk full")
        #expect(object["logger"] as? String == "library.pool")
        #expect(object["metadata"] == nil)
    }

    @Test("a long message, error or value is cut with a mark, and the line stays whole JSON within its bound")
    func longTexts() throws {
        struct Failure: Error, CustomStringConvertible { let description = String(repeating: "\"", count: 50_000) }
        let long = String(repeating: "\\\n긴", count: 50_000)
        sink.logger(.json, maximumLineBytes: 1024).error("\(long)", error: Failure(), metadata: ["k": "\(long)"])
        let line = try #require(sink.lines.first)
        #expect(line.utf8.count <= 1024)
        let object = try object()
        #expect((object["message"] as? String)?.hasSuffix("…[cut]") == true)
        #expect((object["error"] as? String)?.hasSuffix("…[cut]") == true)
    }

    @Test("metadata without end is left out from where it no longer fits")
    func manyFields() throws {
        let metadata = Dictionary(
            uniqueKeysWithValues: (0..<1000).map { ("key\($0)", Logger.MetadataValue.string("v")) })
        sink.logger(.json, maximumLineBytes: 1024).info("m", metadata: metadata)
        let object = try object()
        #expect(object["cut"] as? Bool == true)
        #expect((object["metadata"] as? [String: String])?.isEmpty == false)
        #expect(sink.lines.allSatisfy { $0.utf8.count <= 1024 })
    }

    @Test("metadata nested without end is left out")
    func deepNesting() throws {
        let deep = (0..<10_000).reduce(Logger.MetadataValue.string("x")) { value, _ in .array([value]) }
        sink.logger(.json).info("m", metadata: ["deep": deep])
        #expect(try object()["cut"] as? Bool == true)
    }

    @Test("whatever is logged, the line is JSON within its bound", arguments: 0..<200)
    func anything(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var logger = sink.logger(.json, service: hostileText(&random), maximumLineBytes: 1024)
        logger[metadataKey: "correlation_id"] = "\(hostileText(&random))"
        logger[metadataKey: "trace_id"] = "\(hostileText(&random))"
        logger.info("\(hostileText(&random))", metadata: hostileMetadata(&random, depth: 0))
        let object = try object()
        #expect(object["level"] as? String == "info")
        #expect(object["message"] is String)
        #expect(sink.lines.allSatisfy { $0.utf8.count <= 1024 && !$0.contains(where: \.isNewline) })
    }

    private func hostileText(_ random: inout SplitMix64) -> String {
        let pieces = ["a", "\"", "\\", "\n", "\u{0}", "긴", "😀", "\u{2028}", "}", "{", ",", ":"]
        let count = [0, 1, 5, 60, 300, 900].randomElement(using: &random) ?? 0
        return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    private func hostileMetadata(_ random: inout SplitMix64, depth: Int) -> Logger.Metadata {
        var metadata: Logger.Metadata = [:]
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let key = hostileText(&random)
            switch Int.random(in: 0...(depth < 3 ? 3 : 1), using: &random) {
            case 0: metadata[key] = .string(hostileText(&random))
            case 1: metadata[key] = .stringConvertible(Int.random(in: -9...9, using: &random))
            case 2: metadata[key] = .dictionary(hostileMetadata(&random, depth: depth + 1))
            default: metadata[key] = .array(hostileMetadata(&random, depth: depth + 1).map(\.value))
            }
        }
        return metadata
    }
}
