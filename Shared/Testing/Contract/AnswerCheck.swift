import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SharedHTTP

/// Holds one answer against what the description promises of its route.
struct AnswerCheck {
    let route: Route
    let request: ContractRequest
    let response: TestResponse

    /// What is wrong with the answer.
    var violations: [String] {
        let possible = PossibleAnswers(of: route)
        let status = response.status.code
        guard possible.statuses.contains(status) else { return failures(["\(status) is not described: \(text)"]) }
        let missing = possible.requiredHeaders(of: status).filter { name in
            HTTPField.Name(name).map { response.headers[$0] == nil } ?? true
        }
        return failures(missing.map { "the header \($0) is missing" } + bodyViolations(possible, status))
    }

    private func bodyViolations(_ possible: PossibleAnswers, _ status: Int) -> [String] {
        guard request.method != .head, status != 304 else {
            return response.body.readableBytes == 0 ? [] : ["there must be no body"]
        }
        let mediaType = response.headers[.contentType] ?? "none"
        let described = possible.all.filter { $0.status == status && $0.mediaType == mediaType }
        guard !described.isEmpty else { return ["\(status) with the media type \(mediaType) is not described"] }
        guard mediaType == "application/json" else { return [] }
        do throws(JSONSyntaxError) {
            let document = try JSONParser.parse(response.body)
            let found = described.map { SchemaCheck.violations(of: document, against: $0.schema) }
            return found.contains([]) ? [] : found.first ?? []
        } catch {
            return ["the body is not JSON: \(error.reason), at byte \(error.offset)"]
        }
    }

    private func failures(_ reasons: [String]) -> [String] {
        reasons.map { "\(request.name) -> \(response.status.code): \($0)" }
    }

    private var text: String { String(String(buffer: response.body).prefix(300)) }
}
