package import HTTPTypes
import HummingbirdCore
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
    /// Who asks; nil for someone without a key.
    package let principal: Principal?

    private let values: DecodedValues
    private let channel: any Channel
    private let addresses: ClientAddress
    private let decidedLanguage: Language?

    init(
        _ exchange: Exchange, _ route: CompiledRoute, values: DecodedValues, logger: Logger, addresses: ClientAddress
    ) {
        self.route = route.route.path
        self.correlationID = exchange.identity.correlationID
        self.receivedAt = exchange.receivedAt
        self.logger = logger
        self.headers = exchange.request.headers
        self.principal = exchange.principal
        self.values = values
        self.channel = exchange.channel
        self.addresses = addresses
        // What is kept depends on nothing but the target, unless the route says that it has names.
        self.decidedLanguage = route.isVersioned && !route.dependsOnLanguage ? .ko : nil
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

    /// The address of the client: that of the connection, or what a trusted proxy says; nil where there is none.
    package var clientAddress: IPAddress? {
        addresses.address(connection: channel.remoteAddress.flatMap(IPAddress.init), headers)
    }

    /// The language for names: `lang` where the route declares it, else what `Accept-Language` likes best, else
    /// Korean. A route whose answers are kept and that does not declare `lang` always gets Korean.
    package var language: Language {
        if let decidedLanguage { return decidedLanguage }
        if let asked = values.find(CommonParameter.language), let language = asked { return language }
        return headers[.acceptLanguage].flatMap(AcceptLanguage.preferred) ?? .ko
    }
}
