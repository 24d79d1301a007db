import Foundation
import SharedTesting

/// An event as a browser dispatches it.
struct ServerSentEvent: Equatable {
    let name: String
    let data: String
    /// What the browser would send back as `Last-Event-ID` after it.
    let lastEventID: String

    /// A member of the data, read by Foundation.
    func member<Value>(_ name: String, _ type: Value.Type = Value.self) throws -> Value {
        let object = try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
        guard let value = object?[name] as? Value else { throw TestFailure("no \(name): \(data)") }
        return value
    }
}

/// What a browser makes of a stream: WHATWG HTML, section 9.2.6, "Interpreting an event stream", step by step.
struct EventStreamReader {
    private(set) var events: [ServerSentEvent] = []
    /// What is sent back when the stream is cut off here.
    private(set) var lastEventID = ""
    private(set) var retry: Int?
    private(set) var comments: [String] = []

    init(_ text: String) {
        var (name, data, id) = ("", "", "")
        // What follows the last line end is no line; an event without the empty line after it is not dispatched.
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.isEmpty {
                lastEventID = id
                if !data.isEmpty {
                    events.append(
                        ServerSentEvent(
                            name: name.isEmpty ? "message" : name, data: String(data.dropLast()), lastEventID: id))
                }
                (name, data) = ("", "")
                continue
            }
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            var value = line[colon...].dropFirst()
            if value.first == " " { value = value.dropFirst() }
            switch line[..<colon] {
            case "": comments.append(String(value))
            case "event": name = String(value)
            case "data": data += value + "\n"
            case "id": id = String(value)
            case "retry": retry = Int(value)
            default: break
            }
        }
    }
}
