import HTTPTypes
import HummingbirdCore
import NIOCore
import SharedDomain
import SharedTelemetry

/// Makes the response to one request: an answer that is ready, and what differs from request to request.
struct ResponseAssembler: Sendable {
    let headers: CommonHeaders
    let streams: StreamedResponses

    /// Room for what one request adds to an answer's headers and for what the server adds, so that there is one copy.
    private static let mostFieldsBeside = 12
    private static let noStore = HTTPField(name: .cacheControl, value: CacheControl.noStore)

    /// The response of a versioned question.
    func response(to outcome: AnswerKeeper.Outcome, _ exchange: Exchange, now: Instant) throws -> Response {
        switch outcome {
        case .kept(let form, let version):
            let isSaid = form.headers.contains(.cacheControl)
            return response(form, isSaid ? nil : cacheControl(version, exchange, now), exchange)
        case .notModified(let entityTag, let version):
            var fields: HTTPFields = [.eTag: entityTag]
            if let vary = exchange.route?.vary(mayBeCoded: true) { fields.append(vary) }
            return response(AnswerForm(.notModified, fields), cacheControl(version, exchange, now), exchange)
        case .streamed(let answer, let version):
            return try response(to: answer, exchange, cacheControl(version, exchange, now))
        case .passing(let answer):
            return try response(to: answer, exchange)
        }
    }

    /// The response of an answer that is not kept here. Nobody else may keep it either, unless `cacheControl` or a header of
    /// its own says so.
    func response(
        to answer: RenderedAnswer, _ exchange: Exchange, _ cacheControl: HTTPField = noStore
    ) throws -> Response {
        let said = answer.headers.contains(.cacheControl) ? nil : cacheControl
        if let stream = answer.stream, let route = exchange.route {
            return response(stream, answer, route, said, exchange)
        }
        return response(try answer.form(answer.coding(for: exchange.accept)), said, exchange)
    }

    /// The response of an error, as it is: an error is never worth failing again for.
    func response(failed answer: RenderedAnswer, _ exchange: Exchange) -> Response {
        response(AnswerForm(answer), nil, exchange)
    }

    /// The response to OPTIONS: 204, and what it says is in its headers.
    func response(toOptions fields: HTTPFields, _ exchange: Exchange) -> Response {
        response(AnswerForm(.noContent, fields), Self.noStore, exchange)
    }

    private func cacheControl(_ version: AnswerVersion, _ exchange: Exchange, _ now: Instant) -> HTTPField {
        HTTPField(
            name: .cacheControl,
            value: CacheControl.value(of: version, now: now, isPersonal: exchange.principal != nil))
    }

    /// The response whose body is written later.
    private func response(
        _ stream: StreamedBody, _ answer: RenderedAnswer, _ route: CompiledRoute, _ cacheControl: HTTPField?,
        _ exchange: Exchange
    ) -> Response {
        let coding = answer.coding(for: exchange.accept)
        var fields = headers.around(answer.headers, room: Self.mostFieldsBeside)
        if let value = coding.headerValue { fields.append(HTTPField(name: .contentEncoding, value: value)) }
        addRequestFields(to: &fields, cacheControl, exchange)
        guard exchange.request.method != .head else {
            // What GET would say (RFC 9112, section 6.1): there is no length.
            fields[.transferEncoding] = "chunked"
            var response = Response(status: answer.status, headers: fields)
            response.headers[.contentLength] = nil
            return exchange.finish(response)
        }
        return exchange.finish(
            Response(
                status: answer.status, headers: fields,
                body: streams.body(stream, in: coding, route, exchange.channel)))
    }

    private func response(_ form: AnswerForm, _ cacheControl: HTTPField?, _ exchange: Exchange) -> Response {
        var fields = form.headers
        if form.hasCommonHeaders {
            fields.reserveCapacity(fields.count + Self.mostFieldsBeside)
        } else {
            fields = headers.around(fields, room: Self.mostFieldsBeside)
        }
        addRequestFields(to: &fields, cacheControl, exchange)
        guard form.status != .notModified, form.status != .noContent else {
            var response = Response(status: form.status, headers: fields)
            // These have no length: they have no content (RFC 9110, section 8.6).
            response.headers[.contentLength] = nil
            // What is kept has a policy of its own, which this one would replace (RFC 9111, section 3.2).
            if form.status == .notModified { response.headers[.contentSecurityPolicy] = nil }
            return exchange.finish(response)
        }
        return exchange.finish(
            Response(status: form.status, headers: fields, body: ResponseBody(byteBuffer: form.body)))
    }

    /// Adds what differs from request to request.
    private func addRequestFields(to fields: inout HTTPFields, _ cacheControl: HTTPField?, _ exchange: Exchange) {
        if let cacheControl { fields.append(cacheControl) }
        fields.append(HTTPField(name: .correlationID, value: exchange.identity.correlationID.value))
        fields.append(HTTPField(name: .traceParent, value: exchange.span.context.description))
        exchange.rate?.apply(to: &fields)
        headers.crossOrigin.applyOrigin(to: &fields, origin: exchange.request.headers[.origin])
    }
}
