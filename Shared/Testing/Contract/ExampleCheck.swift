import Hummingbird
import HummingbirdTesting
import NIOCore
import SharedHTTP

/// Holds an answer against the example that the description shows.
struct ExampleCheck {
    let example: AnswerExample
    let response: TestResponse

    /// The difference, with the text that would have to stand in the example: ready to be taken over where it is right.
    func violations(_ name: String) -> [String] {
        let answered = String(buffer: response.body)
        if answered == example.answer || Self.isSame(answered, example.answer) { return [] }
        return ["\(name) is answered differently than its example says. The answer is:\n\(Self.readable(answered))"]
    }

    /// Whether both are JSON with the same members in the same order, and numbers of the same digits.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        guard let one = value(of: one), let other = value(of: other) else { return false }
        return one == other
    }

    private static func readable(_ text: String) -> String {
        value(of: text).map { JSONText.indented($0) } ?? text
    }

    private static func value(of text: String) -> JSONValue? {
        do throws(JSONSyntaxError) {
            return try JSONParser.parse(ByteBuffer(string: text))
        } catch {
            return nil
        }
    }
}
