import Foundation

/// What became of one request to the collector.
enum OTLPOutcome: Sendable, Hashable {
    /// Taken, but for so many spans.
    case taken(rejected: Int)
    /// Not now: worth another attempt, where the collector said so after this long.
    case tryAgain(after: Duration?, cause: String)
    /// Not at all.
    case refused(cause: String)

    /// The meaning of a status (opentelemetry.io/docs/specs/otlp, "OTLP/HTTP Response"); of 2xx the body tells more.
    init?(status: UInt, retryAfter: String?) {
        switch status {
        case 200..<300: return nil
        case 429, 502, 503, 504:
            self = .tryAgain(after: retryAfter.flatMap(UInt32.init).map { .seconds($0) }, cause: "HTTP \(status)")
        case 300..<400: self = .refused(cause: "HTTP \(status): redirected, which is not followed")
        default: self = .refused(cause: "HTTP \(status)")
        }
    }

    /// How many of so many spans an `ExportTraceServiceResponse` says were rejected.
    ///
    /// - Throws: `DecodingError`.
    static func rejected(in body: [UInt8], of count: Int) throws -> Int {
        guard !body.isEmpty else { return 0 }
        let answer = try JSONDecoder().decode(Answer.self, from: Data(body))
        return min(max(answer.partialSuccess?.rejectedSpans?.value ?? 0, 0), count)
    }
}

/// The part of the answer that is of interest.
private struct Answer: Decodable {
    struct PartialSuccess: Decodable {
        let rejectedSpans: Int64Text?
    }

    let partialSuccess: PartialSuccess?
}

/// A 64-bit integer, which is a text by rule and a number with some collectors.
private struct Int64Text: Decodable {
    let value: Int

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            value = try container.decode(Int.self)
        } catch DecodingError.typeMismatch {
            value = Int(try container.decode(String.self)) ?? 0
        }
    }
}
