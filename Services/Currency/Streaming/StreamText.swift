import NIOCore
import SharedDomain
import SharedHTTP

/// Server-Sent Events (WHATWG HTML, section 9.2) that are sent in one piece.
///
/// The identifier of a state stands in the last event of those that lead to it: a client that was cut off between two of
/// them still names the state before, and gets them all again.
struct StreamText: Sendable {
    static let mediaType = "text/event-stream"
    /// What is sent from time to time so that neither side takes the connection for dead. Clients ignore it.
    static let heartbeat = ByteBuffer(string: ": heartbeat\n\n")
    /// The beginning of a stream without a snapshot: after how many milliseconds a client that was cut off comes back.
    static let resumed = ByteBuffer(string: retry + "\n")

    private static let retry = "retry: 3000\n"

    let bytes: ByteBuffer
    /// How many prices are in it.
    private(set) var rates = 0
    /// How many currencies are withdrawn in it.
    private(set) var withdrawn = 0

    /// The beginning of a stream with every price.
    init(_ answer: LatestAnswer, numbers: NumberStyle, id: String) {
        var bytes = ByteBuffer(string: "\(Self.retry)event: snapshot\nid: \(id)\n")
        bytes.writeData(EncodedJSON(answer, numbers: numbers))
        bytes.writeStaticString("\n")
        self.bytes = bytes
    }

    /// The changes of one step. Where there are none for this question only the identifier is sent, which clients keep
    /// without dispatching an event.
    init(_ changes: [RateEvent], in question: StreamQuestion, id: String) {
        var bytes = ByteBuffer()
        for (index, change) in changes.enumerated() {
            let isLast = index == changes.count - 1
            switch change {
            case .rate(let entry):
                bytes.writeString("event: rate\n")
                if isLast { bytes.writeString("id: \(id)\n") }
                let data = ChangedRate(base: question.money.base, entry: entry)
                bytes.writeData(EncodedJSON(data, numbers: question.numbers))
                rates += 1
            case .withdrawn(let currency):
                bytes.writeString("event: withdrawn\n")
                if isLast { bytes.writeString("id: \(id)\n") }
                bytes.writeData(EncodedJSON(WithdrawnRate(base: question.money.base, currency: currency)))
                withdrawn += 1
            }
            bytes.writeStaticString("\n")
        }
        if changes.isEmpty { bytes.writeString("id: \(id)\n\n") }
        self.bytes = bytes
    }
}

extension ByteBuffer {
    /// Writes a value as the data of an event. Our JSON has no line ends.
    fileprivate mutating func writeData(_ value: EncodedJSON) {
        writeStaticString("data: ")
        writeImmutableBuffer(value.bytes)
        writeStaticString("\n")
    }
}

/// `{"base":"KRW","currency":"USD","rate":1335.266738,…}`: the price and its evidence.
private struct ChangedRate: JSONRepresentable {
    let base: CurrencyCode
    let entry: LatestAnswer.Entry

    func write(into writer: inout JSONWriter) {
        writer.object { rate in
            rate.member("base", base)
            rate.member("currency", entry.currency)
            rate.member("rate", entry.value)
            entry.writeMembers(into: &rate)
        }
    }
}

/// `{"base":"KRW","currency":"RUB"}`.
private struct WithdrawnRate: JSONRepresentable {
    let base: CurrencyCode
    let currency: CurrencyCode

    func write(into writer: inout JSONWriter) {
        writer.object { withdrawn in
            withdrawn.member("base", base)
            withdrawn.member("currency", currency)
        }
    }
}
