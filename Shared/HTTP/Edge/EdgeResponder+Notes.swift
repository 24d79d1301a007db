import HTTPTypes
import HummingbirdCore
import ServiceContextModule
import SharedTelemetry

/// What is counted and logged of a request.
extension EdgeResponder {
    /// Notes an answer: now, or once its body has ended where that is written later.
    func noted(_ response: Response, _ exchange: Exchange) -> Response {
        let request = AnsweredRequest(exchange)
        let status = response.status.code
        if let bytes = response.body.contentLength {
            note(request, status: status, bytes: bytes, bytesToCount: bytes, isCut: false)
            return response
        }
        let end = StreamedAnswerEnd { [self] bytes, isCut in
            ServiceContext.withValue(request.names) {
                // These bytes were counted as they went.
                note(request, status: status, bytes: bytes, bytesToCount: 0, isCut: isCut)
            }
        }
        var response = response
        response.body = end.body(response.body)
        return response
    }

    private func note(_ request: AnsweredRequest, status: Int, bytes: Int, bytesToCount: Int, isCut: Bool) {
        let duration = ContinuousClock.now - request.startedAt
        metrics.ended(request.route, request.method, status: status, bytes: bytesToCount, after: duration)
        log.write(request, status: status, bytes: bytes, duration: duration, isCut: isCut)
        let span = request.span
        if span.isRecording {
            span.set("http.request.method", .string(request.method.rawValue))
            if let route = request.route { span.set("http.route", .string(route.route.path)) }
            span.set("http.response.status_code", .int(status))
        }
        span.end(status >= 500 ? .error("\(status)") : .unset)
    }
}
