package import HTTPTypes
package import Logging
import NIOCore
package import SharedDomain
package import SharedTelemetry

/// A request as a handler sees it: checked, decoded, and named.
package struct EdgeRequest: Sendable {
    /// The path of the route as its template.
    package let route: String
    /// The name of the request in logs and at other services.
    package let correlationID: CorrelationID
    /// When it arrived.
    package let receivedAt: Instant
    /// Writes lines that carry the request's names.
    package let logger: Logger
    /// The request's headers.
    package let headers: HTTPFields

    private let values: DecodedValues
    private let channel: any Channel

    init(
        route: Route, identity: RequestIdentity, receivedAt: Instant, logger: Logger, headers: HTTPFields,
        values: DecodedValues, channel: any Channel
    ) {
        self.route = route.path
        self.correlationID = identity.correlationID
        self.receivedAt = receivedAt
        self.logger = logger
        self.headers = headers
        self.values = values
        self.channel = channel
    }

    /// The value of a parameter that the route declares; it was decoded before the handler was called.
    ///
    /// Throws only for a parameter that the route does not declare: a mistake of ours, answered `INTERNAL_ERROR`.
    package subscript<Value>(parameter: Parameter<Value>) -> Value {
        get throws { try values[parameter] }
    }

    /// A header by its name in any case, nil if it was not sent.
    package func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { headers[$0] }
    }

    /// The address at the other end of the connection, nil where there is no connection (in tests).
    package var peerAddress: String? { channel.remoteAddress?.ipAddress }

    /// The language for names: `lang` where the route declares it, else what `Accept-Language` likes best, else
    /// Korean.
    package var language: Language {
        if let asked = values.find(CommonParameter.language), let language = asked { return language }
        return headers[.acceptLanguage].flatMap(AcceptLanguage.preferred) ?? .ko
    }
}
